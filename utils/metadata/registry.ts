import { avi } from './avi';
import { avif } from './avif';
import { bmp } from './bmp';
import type { Container } from './container';
import { gif } from './gif';
import { heif } from './heif';
import { ico } from './ico';
import { jpeg } from './jpeg';
import { jxl } from './jxl';
import { matroska } from './matroska';
import { mp4 } from './mp4';
import { png } from './png';
import { svg } from './svg';
import { tiff } from './tiff';
import { webm } from './webm';
import { webp } from './webp';

/** Every container that can be cleaned. */
export const containers: readonly Container[] = [
  jpeg,
  png,
  webp,
  gif,
  heif,
  avif,
  mp4,
  webm,
  matroska,
  avi,
  tiff,
  bmp,
  ico,
  jxl,
  svg,
];

/** The container of that name; throws on a name that is none, which only our own code could pass. */
export function containerNamed(name: string): Container {
  const container = containers.find((candidate) => candidate.name === name);
  if (!container) throw new Error(`no container is named ${name}`);
  return container;
}
