import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Two cores are what a rented build machine has. More workers than cores only make tests of timing fail.
const workers = Math.min(4, Math.max(2, availableParallelism() - 1))

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit+database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'node_modules/**'],
          environment: 'node',
          globalSetup: ['test/setup/postgres.ts'],
          maxWorkers: workers,
          // A worker keeps its modules from file to file: loading them anew for each was a third of its work.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/setup/postgres.ts', 'test/setup/web.ts'],
          maxWorkers: Math.min(2, workers),
          // A worker keeps its modules and its Chromium from file to file; each file has a server and a database of its own.
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
          // As patient as the waits of the browser: no test may fail because the machine has much to do.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
