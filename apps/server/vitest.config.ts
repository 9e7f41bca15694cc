import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', '../../packages/*/src/**/*.test.ts'],
    globalSetup: ['test/postgres.setup.ts'],
    setupFiles: ['test/drawn.setup.ts'],
    pool: 'forks',
    isolate: false,
    // Who kills the product or starts another waits half of the time: two of them leave a third something to do.
    maxWorkers: 3,
    // Generous: a busy machine is slow, and no test is about speed. What fails in CI is tried once more.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    retry: process.env.CI ? 1 : 0,
  },
});
