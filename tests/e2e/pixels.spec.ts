import { memorySource } from '../../utils/bytes/memory-source';
import { jpeg as container } from '../../utils/metadata/jpeg';
import { pieceSource } from '../../utils/metadata/pieces';
import { app14Adobe, exif, hills, icc, jpeg, makePhoto, motionVideo } from '../fixtures/jpeg';
import { expect, test } from './harness/extension';

/** A browser draws the cleaned picture exactly as it drew the original: the same pixels, the same way up. */

const pictures: readonly [string, Uint8Array][] = [
  ['a phone’s picture', makePhoto()],
  ['grey', makePhoto({ components: 1 })],
  ['progressive', makePhoto({ progressive: true })],
  ['CMYK', jpeg({ components: 4, before: [exif(), app14Adobe(2)] })],
  ['stored as RGB', jpeg({ before: [exif(), app14Adobe(0)] })],
  ['with a colour profile', jpeg({ before: [exif(), ...icc(new Uint8Array(200), 2)] })],
  ['a motion photo', makePhoto({ after: motionVideo })],
  ...[2, 3, 4, 5, 6, 7, 8].map((orientation): [string, Uint8Array] => [
    `orientation ${orientation}`,
    makePhoto({ orientation, pixels: hills(40, 24) }),
  ]),
];

for (const [name, original] of pictures) {
  test(`${name}: drawn the same`, async ({ page, extensionUrl }) => {
    const source = memorySource(original);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    const pieces = pieceSource(result.pieces, source);
    const cleaned = await pieces.read(0, pieces.size);
    await page.goto(extensionUrl('sidepanel.html'));
    const drawn = await page.evaluate(
      async (files) =>
        Promise.all(
          files.map(async (bytes) => {
            const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
            return { width: bitmap.width, height: bitmap.height, pixels: [...pixels] };
          }),
        ),
      [[...original], [...cleaned]],
    );
    const [before, after] = drawn;
    expect(before?.pixels.length).toBeGreaterThan(0);
    expect(new Set(before?.pixels).size).toBeGreaterThan(10);
    expect(after).toEqual(before);
  });
}
