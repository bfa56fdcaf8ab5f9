/** A name of 128 random bits, in hexadecimal: unguessable, so knowing it proves having been told. */
export function randomName(): string {
  return crypto
    .getRandomValues(new Uint8Array(16))
    .reduce((name, byte) => name + byte.toString(16).padStart(2, '0'), '');
}
