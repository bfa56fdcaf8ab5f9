export const containers: readonly Container[] = [gif, heif, avif, bmp, ico];
import { jpeg } from './jpeg';
import { mp4 } from './mp4';
import { png } from './png';
import { tiff } from './tiff';
import { webp } from './webp';

/** Every container that can be cleaned. */
<<<<<<< HEAD
export const containers: readonly Container[] = [jpeg, png, webp, gif, heif, avif, mp4, tiff];
=======
export const containers: readonly Container[] = [jpeg, png, webp, tiff, bmp, ico];
>>>>>>> b19607e (BMP and ICO: put together anew, without gaps, tails and what reserved fields hold)

/** The container of that name; throws on a name that is none, which only our own code could pass. */
export function containerNamed(name: string): Container {
  const container = containers.find((candidate) => candidate.name === name);
  if (!container) throw new Error(`no container is named ${name}`);
  return container;
}
