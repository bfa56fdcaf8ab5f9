import { expect, test } from 'vitest';
import type { Candidate } from '../../../utils/inspection/face-decoder';
import type { Look } from '../../../utils/inspection/face-look';
import { lookAgain, runsOfSecondLook } from '../../../utils/inspection/face-second-look';
import type { Region } from '../../../utils/inspection/picture';
import { faceAt } from '../../fixtures/face-model';

const candidate = faceAt(200, 100, 50, 0.6);

/** A look that answers one after the other, and tells where it was asked to look. */
function scripted(...answers: readonly (readonly Candidate[])[]) {
  const asked: { readonly square: Region; readonly how: string | undefined }[] = [];
  const look: Look = async (square, how) => {
    asked.push({ square, how });
    return answers[asked.length - 1] ?? answers.at(-1) ?? [];
  };
  return { look, asked };
}

const sureOf = (score: number) => [faceAt(202, 101, 50, score)];

test('a face that every look shows counts, where they see it', async () => {
  const { look } = scripted(sureOf(0.8), [faceAt(198, 99, 50, 0.9)], sureOf(0.8), [faceAt(198, 99, 50, 0.9)]);
  const face = await lookAgain(candidate, look, 'tile');
  expect(face).toMatchObject({ x: 200, y: 100, width: 50, height: 50, score: expect.closeTo(0.85) });
});

test('each look has it in the middle of a square, wider and narrower, mirrored and not', async () => {
  const { look, asked } = scripted(sureOf(0.8));
  await lookAgain(candidate, look, 'tile');
  expect(asked).toHaveLength(runsOfSecondLook);
  for (const { square } of asked) {
    expect(square.width).toBe(square.height);
    expect([square.x + square.width / 2, square.y + square.height / 2]).toEqual([225, 125]);
  }
  expect(new Set(asked.map(({ square, how }) => `${square.width} ${how}`)).size).toBe(runsOfSecondLook);
});

test.each([
  ['nothing is there', [], 1],
  ['it is much less sure', sureOf(0.3), 1],
  ['another box is sure', [faceAt(240, 130, 50, 0.95)], 1],
  ['a box of another size is sure', [faceAt(170, 70, 110, 0.95)], 1],
  ['its points are not those of a face', sureOf(0.9).map((face) => ({ ...face, points: [] })), 1],
])('it is none when %s, and nothing more is looked at', async (_, answer, runs) => {
  const { look, asked } = scripted(answer);
  expect(await lookAgain(candidate, look, 'tile')).toBeNull();
  expect(asked).toHaveLength(runs);
});

test('looks that are somewhat sure of it do not suffice together', async () => {
  const { look } = scripted(sureOf(0.7));
  expect(await lookAgain(candidate, look, 'tile')).toBeNull();
});

test('one look that is sure is not enough', async () => {
  const { look } = scripted(sureOf(0.96), sureOf(0.55));
  expect(await lookAgain(candidate, look, 'tile')).toBeNull();
});

test('two looks that are very sure suffice', async () => {
  const { look, asked } = scripted(sureOf(0.9));
  expect(await lookAgain(candidate, look, 'tile')).toMatchObject({ score: expect.closeTo(0.9) });
  expect(asked).toHaveLength(2);
});

test('less suffices where the whole picture showed it', async () => {
  const { look } = scripted(sureOf(0.62));
  expect(await lookAgain(candidate, look, 'whole')).toMatchObject({ score: expect.closeTo(0.62) });
  expect(await lookAgain(candidate, scripted(sureOf(0.55)).look, 'whole')).toBeNull();
});

test('at the edge, two narrow looks decide', async () => {
  const { look, asked } = scripted(sureOf(0.6));
  expect(await lookAgain(candidate, look, 'edge')).toMatchObject({ score: expect.closeTo(0.6) });
  expect(asked.map(({ how }) => how)).toEqual(['as-it-is', 'mirrored']);
  expect(asked[0]?.square).toEqual(asked[1]?.square);
  expect(await lookAgain(candidate, scripted(sureOf(0.5)).look, 'edge')).toBeNull();
});
