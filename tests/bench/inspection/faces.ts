import type { Found } from './peers-page';

/**
 * Where the faces of the six samples are, by two detectors that are not ours: of each number, the mean of what
 * face-api's SSD and human give. That favours those two, which stand in the same table.
 */
export const faces: readonly (readonly Found[])[] = [
  [
    [402, 364, 214, 246],
    [833, 424, 210, 230],
    [1476, 220, 201, 219],
  ],
  [
    [348, 147, 194, 245],
    [872, 232, 203, 238],
    [1443, 161, 222, 245],
  ],
  [
    [576, 340, 228, 265],
    [1064, 229, 244, 280],
    [1460, 298, 231, 288],
  ],
  [
    [240, 208, 189, 232],
    [664, 82, 192, 231],
    [974, 192, 203, 232],
    [1272, 158, 182, 236],
  ],
  [
    [344, 883, 218, 282],
    [576, 430, 194, 236],
    [781, 123, 174, 204],
    [1106, 211, 195, 235],
    [1398, 396, 226, 279],
  ],
  [
    [240, 494, 234, 275],
    [663, 341, 218, 292],
    [1154, 321, 226, 269],
    [1474, 276, 240, 284],
  ],
];
