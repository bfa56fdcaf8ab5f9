/** More files of one name are in no folder. */
const mostTries = 10_000;

/**
 * A name that is free: `photo-1.jpg`, else `photo-1 (2).jpg` and so on. Nothing that is there is ever written over.
 * @returns null when all that were tried are taken
 */
export async function freeName(
  name: string,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string | null> {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let count = 1; count <= mostTries; count++) {
    const tried = count === 1 ? name : `${stem} (${count})${extension}`;
    if (!(await isTaken(tried))) return tried;
  }
  return null;
}
