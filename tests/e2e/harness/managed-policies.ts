import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserName } from './browsers/driver';

/** Where browsers of this machine read what its administrator sets. */
const places: Readonly<Record<BrowserName, string>> = {
  chromium: `/etc/chromium/policies/managed/safi-test-${process.pid}.json`,
  firefox: '/etc/firefox/policies/policies.json',
};

/** Why this machine's policies cannot be set here; null when they can. */
export function whyNoPolicies(): string | null {
  return process.getuid?.() === 0
    ? null
    : 'SKIPPED: only root may set policies for browsers of this machine.';
}

/** The folders above a path that are not there yet, the outermost first. */
function missingFolders(path: string): readonly string[] {
  const folder = dirname(path);
  return existsSync(folder) ? [] : [...missingFolders(folder), folder];
}

/**
 * Sets a policy for one extension in the browsers of this machine; all of them read it, and only those that have that
 * extension care. What else is set there stays.
 *
 * @param id of an extension that no other test uses
 * @returns takes it back; done at the end of the process in any case
 */
export function setPolicy(browser: BrowserName, id: string, policy: object): () => void {
  const path = places[browser];
  const made = missingFolders(path);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  for (const folder of made) mkdirSync(folder);
  writeFileSync(path, JSON.stringify(contentOf(browser, id, policy, JSON.parse(before ?? '{}'))));
  const takeBack = () => {
    process.off('exit', takeBack);
    if (before === null) rmSync(path, { force: true });
    else writeFileSync(path, before);
    for (const folder of [...made].reverse()) if (existsSync(folder)) rmdirSync(folder);
  };
  process.once('exit', takeBack);
  return takeBack;
}

function contentOf(browser: BrowserName, id: string, policy: object, before: Nested): object {
  if (browser === 'chromium') return { '3rdparty': { extensions: { [id]: policy } } };
  const { policies = {} } = before;
  const others = policies['3rdparty'] ?? {};
  const Extensions = { ...others.Extensions, [id]: policy };
  return { ...before, policies: { ...policies, '3rdparty': { ...others, Extensions } } };
}

interface Nested {
  readonly policies?: { readonly '3rdparty'?: { readonly Extensions?: object } };
}

/** A ready file of the guide. */
export function readyFile(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../docs/policies', name), 'utf8');
}
