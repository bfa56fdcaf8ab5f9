import { describe, expect, test } from 'vitest';
import { hasColoursBeyondSrgb } from '../../../utils/inspection/wide-colour';

const pixels = (...colours: readonly (readonly [number, number, number])[]) =>
  Uint8ClampedArray.from(colours.flatMap((colour) => [...colour, 255]));

describe('colours in Display P3', () => {
  test.each([
    ['its red', [255, 0, 0]],
    ['its green', [0, 255, 0]],
    ['a deep orange', [255, 110, 0]],
  ] as const)('%s: sRGB lacks it', (_, colour) => {
    expect(hasColoursBeyondSrgb(pixels([128, 128, 128], colour))).toBe(true);
  });

  test('those that sRGB has, up to its very edge, as eight bits write them', () => {
    const edge = [
      [255, 255, 255],
      [0, 0, 0],
      [234, 51, 35],
      [117, 251, 76],
      [0, 0, 245],
      [200, 160, 130],
    ] as const;
    expect(hasColoursBeyondSrgb(pixels(...edge))).toBe(false);
  });
});
