import { describe, expect, test } from 'vitest';
import { decoderOnly } from '../../../utils/metadata/es-descriptor';
import { decoder, descriptor, setup, stream, sync } from '../../fixtures/es-descriptor';
import { join, latin1 } from '../../fixtures/jpeg';

const head = new Uint8Array(4);
const content = (...parts: readonly Uint8Array[]) => join(head, ...parts);
const blank = (bytes: Uint8Array) => new Uint8Array(bytes.length);

describe('keeps', () => {
  test.each<[string, Uint8Array]>([
    ['what sets up a decoder', stream(0, decoder(0x40, setup), sync)],
    ['with fields that flags announce', stream(0xa0, [0, 2, 0, 3], decoder(0x40, setup), sync)],
    ['a profile and level', stream(0, decoder(0x20, setup, descriptor(0x14, [0x15])))],
    ['no setup at all', stream(0, decoder(0x6b))],
    ['lengths of one byte', Uint8Array.of(3, 3, 0, 1, 0)],
  ])('%s', (_, bytes) => {
    expect(decoderOnly(content(bytes))).toEqual(content(bytes));
  });
});

describe('blanks', () => {
  const secret = latin1('secret of Noor');

  test('version and flags', () => {
    const bytes = stream(0, decoder(0x40, setup), sync);
    expect(decoderOnly(join(latin1('Noor'), bytes))).toEqual(content(bytes));
  });

  test.each<[string, (secret: Uint8Array) => Uint8Array]>([
    ['a name of its own, behind', (text) => stream(0, decoder(0x40, setup), sync, descriptor(0x4b, text))],
    ['and before', (text) => stream(0, descriptor(0x41, text), decoder(0x40, setup), sync)],
    ['in the decoder', (text) => stream(0, decoder(0x40, setup, descriptor(0x80, text)), sync)],
    ['in what holds one number', (text) => stream(0, decoder(0x40, setup, descriptor(0x14, text)), sync)],
    [
      'in timing too long for numbers',
      (text) => stream(0, decoder(0x40, setup), descriptor(6, text, text, text)),
    ],
    ['behind the stream', (text) => join(stream(0, decoder(0x40, setup), sync), text)],
  ])('%s', (_, make) => {
    expect(decoderOnly(content(make(secret)))).toEqual(content(make(blank(secret))));
  });

  test('a byte that is left over', () => {
    const bytes = (left: number) => content(stream(0, decoder(0x40, setup, [left])));
    expect(decoderOnly(bytes(0x4e))).toEqual(bytes(0));
  });
});

describe('refuses', () => {
  const whole = content(stream(0, decoder(0x40, setup), sync));

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['no stream', content(decoder(0x40, setup))],
    ['a stream that is elsewhere', content(stream(0x40, [4], latin1('Noor'), decoder(0x40, setup)))],
    [
      'Vorbis, whose setup holds comments',
      content(stream(0, decoder(0xdd, descriptor(5, latin1('TITLE=Noor'))))),
    ],
    ['a decoder without its numbers', content(stream(0, descriptor(4, [0x40, 0x15])))],
    ['a length of five bytes', content(Uint8Array.of(3, 0x80, 0x80, 0x80, 0x80, 3, 0, 1, 0))],
    ['fields that leave the stream', content(stream(0xa0, [0, 2]))],
  ])('%s', (_, bytes) => {
    expect(decoderOnly(bytes)).toBeNull();
  });

  test('whatever is cut, wherever', () => {
    for (let length = 0; length < whole.length; length++)
      expect(decoderOnly(whole.slice(0, length))).toBeNull();
  });

  test('or flips, without a throw; and what is kept stays', () => {
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const broken = whole.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const kept = decoderOnly(broken);
      if (kept) expect(decoderOnly(kept)).toEqual(kept);
    }
  });
});
