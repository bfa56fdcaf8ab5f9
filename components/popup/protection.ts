import type { PageStatus } from '../../utils/channel/page-status';

/** Why Safi would work on a page: it is a listed site, or a person has added it. */
export type Ground = 'listed' | 'added';

/** What is known of the page in front, each fact from the one who can know it. */
export interface PageFacts {
  /** Whether it is a page on which the browser lets no extension work. */
  readonly closed: boolean;
  /** Null when Safi is not meant to work there. */
  readonly ground: Ground | null;
  /** Whether it could be added: a site with https whose address the browser tells. */
  readonly addable: boolean;
  /** Whether the site is switched off in the settings. */
  readonly off: boolean;
  /** Whether the browser lets Safi work on that site. */
  readonly granted: boolean;
  /** What share-guard in the page answers; null when nobody does. */
  readonly status: PageStatus | null;
}

export type Protection =
  | 'protected'
  | 'partly'
  | 'reload'
  | 'no-access'
  | 'off'
  | 'isolated'
  | 'closed'
  | 'not-added'
  | 'not-listed';

/** The truth about a page: protected only when everything that protects it has answered. */
export function protectionOf({ closed, ground, addable, off, granted, status }: PageFacts): Protection {
  if (closed) return 'closed';
  if (ground === null) return addable ? 'not-added' : 'not-listed';
  if (off) return 'off';
  if (!granted) return 'no-access';
  if (!status) return 'reload';
  // The listed sites' frame may stand in such pages; the one that no page can know of may not.
  if (status.isolated && ground === 'added') return 'isolated';
  return status.hooks && status.frame ? 'protected' : 'partly';
}
