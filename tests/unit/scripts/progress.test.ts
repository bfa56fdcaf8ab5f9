import { expect, test } from 'vitest';
import { makeProgress } from '../../../scripts/progress.mjs';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 10, write: (text: string) => written.push(text), written };
}

test('on a terminal: one line, written over, no wider than the terminal', () => {
  const stream = terminal(true);
  const progress = makeProgress(stream, () => 0);
  progress.show('1: a very long name.jpg');
  progress.clear();
  expect(stream.written).toEqual(['\r\x1b[K1: a very', '\r\x1b[K']);
});

test('not for every byte: ten times a second', () => {
  const stream = terminal(true);
  let now = 0;
  const progress = makeProgress(stream, () => now);
  for (now = 0; now < 1000; now += 10) progress.show(String(now));
  expect(stream.written).toHaveLength(10);
});

test('anywhere else: nothing', () => {
  const stream = terminal(false);
  const progress = makeProgress(stream, () => 0);
  progress.show('1: a.jpg');
  progress.clear();
  expect(stream.written).toEqual([]);
});
