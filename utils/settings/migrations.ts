import { parseSettings, type Settings } from './schema';

type Stored = Readonly<Record<string, unknown>>;

/** Each step takes what version N kept to what version N + 1 keeps; the first stands at index 1. */
const steps: Readonly<Record<number, (stored: Stored) => Stored>> = {
  // The form of address, blurred previews, the discreet name and sites that are off came: all at their defaults.
  1: ({ language, asks, coverFaces }) => ({ version: 2, language, asks, coverFaces }),
};

/** The newest version of the settings. */
export const newestVersion = 2;

/** Brings stored settings of any earlier version to the newest; what is not understood takes its default. */
export function migrate(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return parseSettings(null);
  let settings = stored as Stored;
  const version = Number(settings.version);
  for (let step = version; step >= 1 && step < newestVersion; step++)
    settings = steps[step]?.(settings) ?? settings;
  return parseSettings(settings);
}
