/** A message before it is parsed: whatever fields it has, of whatever type. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a value from elsewhere; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Whether a value is one of the words that are the keys of a record, which the compiler holds to be all of them. */
export function isKeyOf<Key extends string>(
  known: Readonly<Record<Key, true>>,
  value: unknown,
): value is Key {
  return typeof value === 'string' && Object.hasOwn(known, value);
}
