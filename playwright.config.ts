import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One browser per worker is kept for all its tests, see tests/e2e/harness/extension.ts.
  workers: 2,
  fullyParallel: false,
  // A test that needs a second try is a fault, in it or in Safi.
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
});
