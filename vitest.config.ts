import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build.ts'],
    // Real browsers, real Word files: generous, so that a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself it leaves one core free, which of two is half the machine.
    maxWorkers: availableParallelism(),
    // To see that what is done with is let go.
    execArgv: ['--expose-gc'],
  },
});
