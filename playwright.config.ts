import { defineConfig } from '@playwright/test';
import type { Options } from './tests/e2e/harness/extension';

export default defineConfig<object, Options>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One browser per worker is kept for all its tests, see tests/e2e/harness/extension.ts.
  workers: 2,
  fullyParallel: false,
  // A test that needs a second try is a fault, in it or in Safi.
  retries: 0,
  // Much longer than any of them takes: how fast Safi is the bench tells, and a busy machine makes no story fail.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // The same stories in both. What is not about a browser, or cannot be driven in one, is left out of Firefox.
  projects: [
    { name: 'chromium', use: { browserUnderTest: 'chromium' } },
    {
      name: 'firefox',
      use: { browserUnderTest: 'firefox' },
      testMatch: [
        'share',
        'files',
        'drop',
        'paste',
        'file-inputs',
        'forms',
        'lifetimes',
        'natives',
        'audience',
        'forward',
        'sites',
        'telegram',
        'guard-frame',
        'resist',
        'folders',
        'inspection-media',
        'looking',
        'choices',
        'inspection-broken',
        'editor',
        'covering',
        'cleaner',
        'cleaner-covering',
        'help',
        'help-stories',
        'help-traces',
        'lessons',
        'managed',
        'welcome',
        'settings',
      ].map((name) => `**/${name}.spec.ts`),
      // Stories that cannot be driven there, or prove there what others do; docs/BROWSERS.md tells why.
      grepInvert: /@chromium-only|@one-browser/,
    },
    // Upload widgets as sites use them; a test there makes four shares.
    ...(['chromium', 'firefox'] as const).map((browserUnderTest) => ({
      name: `interop-${browserUnderTest}`,
      testDir: 'tests/interop',
      fullyParallel: true,
      use: { browserUnderTest },
    })),
  ],
  reporter: [['list']],
});
