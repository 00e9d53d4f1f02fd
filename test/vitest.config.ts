import { defineConfig } from 'vitest/config'

// Set in the parent process: a worker thread cannot change its own time zone.
process.env['TZ'] ??= 'Asia/Shanghai'
process.env['NO_PROXY'] = '127.0.0.1,localhost'

const slow = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 1,
  sequence: { groupOrder: 1 },
} as const

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/**/*.db.test.ts', 'test/flow/**', 'test/e2e/**'],
          pool: 'threads',
          testTimeout: 20_000,
          // They wait for nothing; those that do run one file at a time, or clocks would tell on load.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'db', include: ['test/**/*.db.test.ts'], ...slow } },
      { extends: true, test: { name: 'flow', include: ['test/flow/**/*.test.ts'], ...slow } },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], fileParallelism: false, ...slow },
      },
    ],
  },
})
