import { listedHosts } from '../sites/hosts';

/** The two scripts of a page, and how both are injected: before the page's first script, in all its frames. */

const scripts = 'content-scripts';

const always = { allFrames: true, matchOriginAsFallback: true, runAt: 'document_start' } as const;

/** As the manifest has them, on listed sites. */
export const listedScripts = [
  ['page-hooks', 'MAIN'],
  ['share-guard', 'ISOLATED'],
].map(([name, world]) => ({
  js: [`${scripts}/${name}.js`],
  matches: [...listedHosts],
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: always.runAt,
  ...(world === 'MAIN' ? { world } : {}),
}));

/** As they are registered on sites that a person adds; on listed ones those of the manifest are there already. */
export function scriptsFor(added: readonly string[]): chrome.scripting.RegisteredContentScript[] {
  const where = { matches: [...added], excludeMatches: [...listedHosts], ...always };
  return [
    { id: 'page-hooks', js: [`${scripts}/page-hooks.js`], world: 'MAIN', ...where },
    { id: 'share-guard', js: [`${scripts}/share-guard-any.js`], ...where },
  ];
}
