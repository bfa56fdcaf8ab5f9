import { emergency, type Hotline, hotlines, kurdistanLines } from './hotlines';

export const regions = ['federal', 'kurdistan'] as const;

export type Region = (typeof regions)[number];

/** The lines that hang on a wall, by the region the wall is in. */
export const posterLines: Readonly<Record<Region, readonly Hotline[]>> = {
  federal: hotlines,
  kurdistan: [...kurdistanLines, emergency],
};
