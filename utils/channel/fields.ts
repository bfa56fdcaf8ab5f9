/** A message before it is parsed: whatever fields it has, of whatever type. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a value from elsewhere; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
