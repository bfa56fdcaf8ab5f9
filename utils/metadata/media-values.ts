import { tidy } from './readable';

/** Times and places as videos and sound write them, for people. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "2026-11-12T16:32:04Z" and "Thu Nov 12 16:32:04 2026" as "2026-11-12 16:32"; anything else as it is. */
export function timeOf(value: string): string {
  const iso = /(\d{4})[-:/](\d{2})[-:/](\d{2})(?:[T ]+(\d{2}:\d{2}))?/.exec(value);
  if (iso) return [`${iso[1]}-${iso[2]}-${iso[3]}`, iso[4]].filter(Boolean).join(' ');
  const worded = /([A-Za-z]{3}) +(\d{1,2}) +(\d{1,2}:\d{2})(?::\d{2})? +(\d{4})/.exec(value);
  const month = months.indexOf(worded?.[1]?.toLowerCase() ?? '') + 1;
  if (!worded || month === 0) return tidy(value);
  const [, , day = '', clock = '', year = ''] = worded;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')} ${clock.padStart(5, '0')}`;
}

/** ISO 6709 in decimal degrees, "+36.3400+043.1300/", as "36.34, 43.13"; anything else as it is. */
export function placeOf(value: string): string {
  const degrees = /^([+-]\d{1,2}\.\d+)([+-]\d{1,3}\.\d+)/.exec(value);
  return degrees ? `${Number(degrees[1]).toFixed(2)}, ${Number(degrees[2]).toFixed(2)}` : tidy(value);
}
