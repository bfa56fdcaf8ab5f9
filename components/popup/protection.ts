import type { PageStatus } from '../../utils/channel/page-status';

/** What is known of the page in front, each fact from the one who can know it. */
export interface PageFacts {
  /** The page's host when it is one of the listed sites, else null. */
  readonly listedHost: string | null;
  /** Whether the browser lets Safi work on that site. */
  readonly granted: boolean;
  /** What share-guard in the page answers; null when nobody does. */
  readonly status: PageStatus | null;
}

export type Protection = 'protected' | 'partly' | 'reload' | 'no-access' | 'not-listed';

/** The truth about a page: protected only when everything that protects it has answered. */
export function protectionOf({ listedHost, granted, status }: PageFacts): Protection {
  if (listedHost === null) return 'not-listed';
  if (!granted) return 'no-access';
  if (!status) return 'reload';
  return status.hooks && status.frame ? 'protected' : 'partly';
}
