import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isThere, run } from '../command';

/** Pictures to look at, made of those that a dev dependency brings. */

export const samples = [1, 2, 3, 4, 5, 6].map((number) =>
  join(process.cwd(), `node_modules/@vladmandic/face-api/demo/sample${number}.jpg`),
);

export interface Picture {
  readonly name: string;
  readonly path: string;
}

const sizes = [
  ['2 MP', 1600, 1250],
  ['12 MP', 4000, 3000],
  ['50 MP', 8165, 6124],
] as const;

/** The six samples side by side, in two rows, over the whole size. */
async function tile(page: Page, width: number, height: number): Promise<Buffer> {
  await page.setContent('<!doctype html><input type="file" multiple>');
  await page.setInputFiles('input', samples);
  const base64 = await page.evaluate(
    async ([across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const paint = canvas.getContext('2d');
      const files = [...(document.querySelector('input')?.files ?? [])];
      for (const [at, file] of files.entries()) {
        const bitmap = await createImageBitmap(file);
        const [x, y] = [at % 3, Math.floor(at / 3)];
        paint?.drawImage(bitmap, (x * across) / 3, (y * down) / 2, across / 3, down / 2);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      const reader = new FileReader();
      return new Promise<string>((done) => {
        reader.onload = () => done(String(reader.result).split(',')[1] ?? '');
        reader.readAsDataURL(blob);
      });
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** In the folder, where they stay for the next run. */
export async function madePictures(page: Page, folder: string): Promise<readonly Picture[]> {
  await mkdir(folder, { recursive: true });
  const made: Picture[] = [];
  for (const [name, width, height] of sizes) {
    const path = join(folder, `${width}x${height}.jpg`);
    if (!existsSync(path)) {
      await writeFile(`${path}.part`, await tile(page, width, height));
      await rename(`${path}.part`, path);
    }
    made.push({ name, path });
  }
  return made;
}

/** Half a minute of the samples, in Full HD; null without ffmpeg. */
export async function madeVideo(folder: string): Promise<Picture | null> {
  if (!isThere('ffmpeg')) return null;
  const path = join(folder, 'slides.webm');
  if (!existsSync(path)) {
    const [first = ''] = samples;
    const pattern = first.replace('sample1', 'sample%d');
    const look = 'scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080,fps=25,format=yuv420p';
    await run(
      ...(['ffmpeg', '-v', 'error', '-y', '-framerate', '1/5', '-i', pattern, '-vf', look] as const),
      ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '4M', '-t', '30', path],
    );
  }
  return { name: 'video, 30 s', path };
}
