import { defineConfig } from 'vitest/config';

/** Journeys: the product as `npm start` runs it, in a real browser, one after the other. */
export default defineConfig({
  test: {
    name: 'journeys',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    retry: process.env.CI ? 1 : 0,
  },
});
