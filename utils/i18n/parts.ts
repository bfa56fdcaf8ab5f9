/**
 * Every language has a folder in `catalogue/`, and its parts are found there: adding one is that folder, and its line
 * in `languages.ts`.
 *
 * @throws when a language has a line but no such part: a test looks for all of them
 */
export function partAt<Part>(parts: Readonly<Record<string, Part>>, path: string): Part {
  const part = parts[path];
  if (part === undefined) throw new Error(`There is no ${path}`);
  return part;
}
