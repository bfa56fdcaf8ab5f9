/** A number from 0 (included) to 1 (excluded), another one at every call. */
export type Random = () => number;

/** So many words make a seed. */
export const seedLength = 4;

/** A seed that nobody can guess. */
export function freshSeed(): Uint32Array {
  return crypto.getRandomValues(new Uint32Array(seedLength));
}

/** The same numbers for the same seed: sfc32, "small fast counting" of PractRand. */
export function seededRandom(seed: Uint32Array): Random {
  let [a = 0, b = 0, c = 0, counter = 0] = seed;
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum / 2 ** 32;
  };
  // Its first numbers still resemble the seed.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
