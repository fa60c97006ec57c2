import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/*
 * One project for each ground a test stands on: `pure` needs nothing, `server` clones a real PostgreSQL
 * database from a template, `web` is the browser code that can be tried without a browser, `scripts` the
 * launcher, `e2e` a real Chromium against a real server (never part of `npm run check`).
 */
export default defineConfig({
  test: {
    // Half the cores, since PostgreSQL wants the others; but two also on two, since a test mostly waits for it.
    maxWorkers: process.env['KONTUAR_TEST_WORKERS'] ?? Math.max(2, Math.floor(availableParallelism() / 2)),
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/*/{src,test}/**/*.test.ts', 'apps/{pages,widget}/src/**/*.test.ts'],
          // Laws over thousands of random cases, on a machine that may be doing something else.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          globalSetup: ['apps/server/src/platform/postgres/testing-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A story waits for what a person would wait for; the second that is usual says more of the machine than of us.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
