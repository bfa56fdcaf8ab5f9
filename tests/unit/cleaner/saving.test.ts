import { expect, test } from 'vitest';
import { freeName } from '../../../utils/cleaner/save-names';
import { zipOf } from '../../../utils/cleaner/save-zip';
import { unzip } from '../../fixtures/unzip';

async function zipped(files: readonly File[]) {
  const failed: number[] = [];
  const packed: number[] = [];
  let bytes = 0;
  const stream = zipOf(
    files.map((copy, id) => ({ id, copy })),
    {
      onBytes: (some) => {
        bytes += some;
      },
      onFailed: (id) => failed.push(id),
    },
    (id) => packed.push(id),
  );
  const zip = new Uint8Array(await new Response(stream).arrayBuffer());
  return { zip, failed, packed, bytes };
}

const copy = (name: string, text: string, lastModified = Date.now()) =>
  new File([text], name, { lastModified });

test('a ZIP file has every copy as it is, under its new name, and tells nothing else of it', async () => {
  const { zip, packed, bytes } = await zipped([copy('photo-1.jpg', 'one'), copy('video-2.mp4', 'another')]);
  const files = unzip(zip);
  expect(files.map(({ name, bytes: content }) => [name, new TextDecoder().decode(content)])).toEqual([
    ['photo-1.jpg', 'one'],
    ['video-2.mp4', 'another'],
  ]);
  // 1 January 1980, midnight.
  expect(files.map(({ stamp, extra }) => [stamp, extra])).toEqual([
    [0x00210000, 0],
    [0x00210000, 0],
  ]);
  expect(packed).toEqual([0, 1]);
  expect(bytes).toBe('one'.length + 'another'.length);
});

test('the same copies make the same ZIP file, whenever it is made', async () => {
  const first = await zipped([copy('photo-1.jpg', 'one', 0)]);
  const second = await zipped([copy('photo-1.jpg', 'one', 1_800_000_000_000)]);
  expect(first.zip).toEqual(second.zip);
});

test('a copy that can no longer be read is left out and told', async () => {
  const gone = new File(['gone'], 'photo-1.jpg');
  gone.slice = () => {
    throw new DOMException('', 'NotReadableError');
  };
  const { zip, failed, packed } = await zipped([gone, copy('photo-2.jpg', 'two')]);
  expect(unzip(zip).map(({ name }) => name)).toEqual(['photo-2.jpg']);
  expect({ failed, packed }).toEqual({ failed: [0], packed: [1] });
});

test('a name is free, or counted up until one is', async () => {
  const taken = new Set(['photo-1.jpg', 'photo-1 (2).jpg', 'noext']);
  const isTaken = async (name: string) => taken.has(name);
  expect(await freeName('photo-2.jpg', isTaken)).toBe('photo-2.jpg');
  expect(await freeName('photo-1.jpg', isTaken)).toBe('photo-1 (3).jpg');
  expect(await freeName('noext', isTaken)).toBe('noext (2)');
  expect(await freeName('photo-1.jpg', async () => true)).toBe(null);
});
