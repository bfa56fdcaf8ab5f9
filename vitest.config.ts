import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,architecture,codecs}/**/*.test.ts'],
    // Thousands of broken files in one test take their time where the machine is busy; a hang takes longer.
    testTimeout: 30_000,
    // One core less than there are is vitest's own choice; nothing else runs beside these.
    maxWorkers: '100%',
  },
});
