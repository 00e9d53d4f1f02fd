import { defineConfig } from 'vitest/config'
import LongestFirst from './longest-first.ts'

// Far from where the centre is: what reckons in the machine's zone instead of in China's shows by it.
// Set in the parent process: a worker thread cannot change its own time zone.
process.env['TZ'] ??= 'America/New_York'
process.env['NO_PROXY'] = '127.0.0.1,localhost'

// What takes ten seconds and more is computing, and takes a minute and more where others compute too.
// These limits end what hangs; what a test waits for has a limit of its own, which says what did not come.
const slow = {
  pool: 'forks',
  testTimeout: 300_000,
  hookTimeout: 300_000,
} as const

// They mostly wait, each for a database and processes of its own, so that two go side by side.
const waiting = {
  ...slow,
  maxWorkers: 2,
  isolate: false,
  sequence: { groupOrder: 1 },
} as const

/** Statements alone run on the oldest server supported where it is at hand, whole flows on the newest. */
const { TEST_DATABASE_URL: newest, TEST_DATABASE_URL_16: oldest = newest } = process.env
const onServer = (url: string | undefined) => (url ? { TEST_DATABASE_URL: url } : {})

// `isolate: false`: to load the product takes seconds, and is done once per worker instead of once per file.
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    reporters: ['default', './test/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/**/*.{db,flow}.test.ts', 'test/{flow,e2e}/**'],
          pool: 'threads',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['test/**/*.db.test.ts'],
          env: onServer(oldest),
          globalSetup: 'test/migrated.ts',
          ...waiting,
        },
      },
      {
        extends: true,
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts', 'test/**/*.flow.test.ts'],
          env: onServer(newest),
          globalSetup: ['test/migrated.ts', 'test/flow/filled.ts'],
          ...waiting,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...slow,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
