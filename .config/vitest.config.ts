import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  // Two files at a time also where there are two processors: many tests wait for other programs.
  test: {
    maxWorkers: 2,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
