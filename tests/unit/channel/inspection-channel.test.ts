import { describe, expect, test } from 'vitest';
import { parseFromWorker, parseLook } from '../../../utils/channel/inspection-channel';

const scores = { drawing: 0.25, hentai: 0, neutral: 0.5, porn: 0.25, sexy: 0 };
const nudity = { score: 0.25, label: 'neutral', scores, skin: 0.125, enlarged: false };
const faces = [{ x: 1, y: 2, width: 3, height: 4, score: 0.5 }];
const looked = { type: 'looked', id: 1, faces, nudity, lookedAt: 'whole' };

describe('what the worker says', () => {
  test.each([
    [looked],
    [{ ...looked, lookedAt: 'frames' }],
    [{ type: 'glance', id: 1, faces: [] }],
    [{ type: 'nothing', id: 2, why: 'too-large' }],
  ])('%o', (message) => {
    expect(parseFromWorker(message)).toEqual(message);
  });

  test.each([
    ['no message', null],
    ['no number', { ...looked, id: '1' }],
    ['no such type', { ...looked, type: 'seen' }],
    ['no boxes', { ...looked, faces: [{ x: 1 }] }],
    ['a box that is nowhere', { ...looked, faces: [{ ...faces[0], x: Number.NaN }] }],
    ['no hint', { ...looked, nudity: null }],
    ['no such class', { ...looked, nudity: { ...nudity, label: 'constructor' } }],
    ['no scores', { ...looked, nudity: { score: 0.25, label: 'neutral', skin: 0, enlarged: false } }],
    ['a score too few', { ...looked, nudity: { ...nudity, scores: { ...scores, sexy: undefined } } }],
    ['no share of skin', { ...looked, nudity: { ...nudity, skin: Number.POSITIVE_INFINITY } }],
    ['neither enlarged nor not', { ...looked, nudity: { ...nudity, enlarged: 1 } }],
    ['no such reason', { type: 'nothing', id: 2, why: 'toString' }],
  ])('%s is nothing', (_, message) => {
    expect(parseFromWorker(message)).toBeNull();
  });
});

describe('what the worker is asked', () => {
  const look = { type: 'look', id: 1, picture: new Blob([]) };

  test.each([[look], [{ ...look, closeLookLimit: 9 }]])('%o', (message) => {
    expect(parseLook(message)).toEqual(message);
  });

  test.each([
    ['no such type', { ...look, type: 'see' }],
    ['no number', { ...look, id: '1' }],
    ['no number of milliseconds', { ...look, closeLookLimit: '9' }],
  ])('%s is nothing', (_, message) => {
    expect(parseLook(message)).toBeNull();
  });
});
