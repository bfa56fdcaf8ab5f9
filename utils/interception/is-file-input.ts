/** By name and type, not by `instanceof`: methods are borrowed across frames, and each has its own classes. */
export function isFileInput(value: unknown): value is HTMLInputElement {
  return (
    typeof value === 'object' &&
    value !== null &&
    'localName' in value &&
    value.localName === 'input' &&
    'type' in value &&
    value.type === 'file'
  );
}
