import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with the line that CI reads; a file that fails to load counts as a failure. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') counts.passed++
        else if (state === 'failed') failedHere++
        else counts.skipped++
      }
      if (failedHere === 0 && module.state() === 'failed') failedHere = 1
      counts.failed += failedHere
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    process.on('exit', () => {
      if (counts.skipped > 0) {
        console.log(
          '\nskipped: tests that need real parts. Set TEST_DATABASE_URL (PostgreSQL with pgvector), ' +
            'TEST_EMBEDDING_BASE_URL (an e5 server) and CHROMIUM_PATH, or run `bash .ci/real-parts up`.',
        )
      }
      console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed${skipped}`)
    })
  }
}
