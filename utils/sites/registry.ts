import { generic } from './generic';
import type { Site } from './site';
import { whatsapp } from './whatsapp';

/** Every site with an adapter. */
export const sites: readonly Site[] = [whatsapp];

/** The adapter for a host name, or the generic one. */
export function siteFor(host: string): Site {
  return sites.find((site) => site.hosts.includes(host)) ?? generic;
}
