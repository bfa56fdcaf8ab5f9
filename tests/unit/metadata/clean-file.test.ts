import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../utils/bytes/byte-source';
import { memorySource } from '../../../utils/bytes/memory-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { containerNamed, containers } from '../../../utils/metadata/registry';
import { join, jpeg, latin1, makePhoto } from '../../fixtures/jpeg';

async function outcome(bytes: Uint8Array, name: string, type = ''): Promise<string | null> {
  const result = await cleanFile(memorySource(bytes), { name, type });
  return result && (result.outcome === 'refused' ? result.reason : result.outcome);
}

const zeros = (length: number) => new Uint8Array(length);
const box = (type: string) => join([0, 0, 0, 16], latin1(`${type}mp42`), [0, 0, 0, 0]);
const transport = join(...[0, 1, 2].map(() => join([0x47], zeros(187))));

describe('by signature, whatever the name says', () => {
  test.each<[string, Uint8Array]>([
    ['GIF', latin1('GIF89a......')],
    ['HEIC, AVIF, MP4', box('ftyp')],
    ['MOV without ftyp', box('wide')],
    ['RAF', latin1('FUJIFILMCCD-RAW 0201')],
    ['ORF', latin1('IIRO\x08\0\0\0')],
    ['RW2', latin1('IIU\0\x18\0\0\0')],
    ['SVG', latin1('<?xml version="1.0"?><!-- made --><svg xmlns="http://www.w3.org/2000/svg">')],
    ['SVG with a doctype', latin1('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg/><svg/>')],
    ['JPEG XL, bare', latin1('\xff\x0a\0\0')],
    ['JPEG XL, boxed', latin1('\0\0\0\x0cJXL \r\n\x87\n')],
    ['an icon whose directory is none', latin1('\0\0\x01\0\x01\0')],
    ['PSD', latin1('8BPS\0\x01')],
    ['JPEG 2000', latin1('\0\0\0\x0cjP  \r\n\x87\n')],
    ['JPEG XR', latin1('II\xbc\x01')],
    ['MPEG program stream', latin1('\0\0\x01\xba')],
    ['MPEG transport stream', transport],
    ['FLV', latin1('FLV\x01\x05')],
    ['WMV', latin1('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ])('%s is refused, never passed', async (_, bytes) => {
    expect(await outcome(bytes, 'notes.txt', 'text/plain')).toMatch(/^(unsupported|corrupt)$/);
  });

  test('JPEG bytes under another name are cleaned', async () => {
    expect(await outcome(makePhoto(), 'homework.pdf', 'application/pdf')).toBe('cleaned');
    expect(await outcome(makePhoto(), 'IMG_1.png', 'image/png')).toBe('cleaned');
  });
});

describe('by what it says of itself', () => {
  test.each([
    ['a.gif', ''],
    ['A.HEIC', ''],
    ['a', 'image/heic'],
    ['a', 'video/mp4'],
    ['IMG.NEF', 'application/octet-stream'],
    ['a.mov', ''],
  ])('%s (%s) with bytes that are no picture is refused', async (name, type) => {
    expect(await outcome(latin1('hello world'), name, type)).toMatch(/^(unsupported|corrupt)$/);
  });

  test.each([
    ['a.jpg', ''],
    ['a', 'image/jpeg'],
    ['a.png', ''],
    ['a', 'image/webp'],
    ['a.tif', ''],
    ['a', 'image/bmp'],
    ['a.cur', ''],
  ])('%s (%s) with bytes that are not of that format is corrupt', async (name, type) => {
    expect(await outcome(latin1('hello world'), name, type)).toBe('corrupt');
    expect(await outcome(zeros(0), name, type)).toBe('corrupt');
  });

  test('a JPEG behind junk is cleaned when its name says JPEG', async () => {
    expect(await outcome(join(latin1('junk'), jpeg()), 'a.jpg')).toBe('cleaned');
  });
});

describe('neither picture nor video passes', () => {
  test.each<[string, string, string]>([
    ['homework.pdf', 'application/pdf', '%PDF-1.4\n'],
    ['homework.docx', '', 'PK\x03\x04'],
    ['archive.zip', 'application/zip', 'PK\x03\x04'],
    ['a text that begins like a box', 'text/plain', 'The free lunch'],
    ['voice.ogg', 'audio/ogg', 'OggS\0\x02opus'],
    ['program.ts', '', 'const answer = 42;'],
    ['page.html', 'text/html', '<html><svg></svg></html>'],
    ['empty', '', ''],
  ])('%s', async (name, type, text) => {
    expect(await outcome(latin1(text), name, type)).toBeNull();
  });
});

test('a file that can no longer be read is unreadable', async () => {
  const gone: ByteSource = { size: 100, read: async () => Promise.reject(new Error('NotReadableError')) };
  expect(await cleanFile(gone, { name: 'a.jpg', type: '' })).toEqual({
    outcome: 'refused',
    reason: 'unreadable',
  });
});

test.each([
  ['at once', makePhoto(), 0],
  ['while it is read', makePhoto({ after: new Uint8Array(1 << 20) }), 1],
])('a file that goes %s is unreadable', async (_, bytes, readable) => {
  let reads = 0;
  const going: ByteSource = {
    size: bytes.length,
    read: async (start, end) => {
      if (++reads > readable) throw new Error('NotReadableError');
      return bytes.subarray(start, end);
    },
  };
  expect(await cleanFile(going, { name: 'a.jpg', type: '' })).toEqual({
    outcome: 'refused',
    reason: 'unreadable',
  });
});

test('every container has a name of its own, a type and an extension', () => {
  const names = containers.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const container of containers) {
    expect(containerNamed(container.name)).toBe(container);
    expect(container.types[0]).toMatch(/^(image|video|audio)\//);
    expect(container.extensions[0]).toMatch(/^[a-z0-9]+$/);
  }
  expect(() => containerNamed('none')).toThrow();
});
