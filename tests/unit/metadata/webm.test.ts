import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { webm as container } from '../../../utils/metadata/webm';
import { join, latin1 } from '../../fixtures/jpeg';
import { block, cluster, element, header, holeOf, segment, tag, text, track } from '../../fixtures/matroska';
import { cleaner, flip, latin1Text } from './cleaning';

/** What is done to Matroska is tested there: this is how WebM is told from it. */

const { clean, outcomeOf } = cleaner(container);

const tracks = element(0x1654ae6b, track(1, 1, 'V_VP9'));
const tags = element(0x1254c367, tag('ARTIST', 'Noor'));
const title = element(0x1549a966, text(0x7ba9, 'secret'));
const whole = join(header('webm'), segment(title, tracks, cluster(block(1, 1, 2, 3)), tags));

describe('reads', () => {
  test('the DocType, with zeros behind it too', () => {
    expect(container.matches(header('webm'), header('webm').length)).toBe(true);
    expect(container.matches(header('webm\0\0'), header('webm\0\0').length)).toBe(true);
    expect(container.matches(header('matroska'), header('matroska').length)).toBe(false);
    expect(container.matches(latin1('\x1a\x45\xdf\xa3'), latin1('\x1a\x45\xdf\xa3').length)).toBe(false);
  });

  test('inspect tells the same as clean removes', async () => {
    const { removed } = await clean(whole);
    expect(removed.map(({ label, value }) => [label, value])).toEqual([
      ['Title', 'secret'],
      ['ARTIST', 'Noor'],
    ]);
    expect(await container.inspect(memorySource(whole))).toEqual({ outcome: 'inspected', hidden: removed });
  });
});

describe('cleans', () => {
  test('a file of that DocType, and calls it by its name', async () => {
    const cleanInfo = element(0x1549a966, holeOf(text(0x7ba9, 'secret')));
    const expected = join(
      header('webm'),
      segment(cleanInfo, tracks, cluster(block(1, 1, 2, 3)), holeOf(tags)),
    );
    expect(Buffer.from((await clean(whole)).bytes).equals(expected)).toBe(true);
    expect(await outcomeOf(expected)).toBe('already-clean');
    const result = await cleanFile(memorySource(whole), { name: 'a.mkv', type: '' });
    expect(result).toMatchObject({ outcome: 'cleaned', format: 'webm' });
  });
});

describe('refuses', () => {
  test('what has no tracks, or no Segment', async () => {
    expect(await outcomeOf(header('webm'))).toBe('corrupt');
    expect(await outcomeOf(join(header('webm'), segment(tags)))).toBe('corrupt');
  });
});

describe('hostile bytes', () => {
  test('a thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 1000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      const cleaned = await clean(bytes);
      expect(await outcomeOf(cleaned.bytes)).toBe('already-clean');
    }
  });

  test('cut at every byte: never a secret in what is called clean', async () => {
    for (let length = 0; length <= whole.length; length++) {
      const cut = whole.subarray(0, length);
      if ((await outcomeOf(cut)) === 'cleaned')
        expect(latin1Text((await clean(cut)).bytes)).not.toMatch(/Noor|secret/);
    }
  });
});
