// npm run bench [-- --suite NAME] [--without PEER …] [--json]
import { parseArgs } from 'node:util'
import { retrievalSuite } from './retrieval.ts'
import type { Suite } from './suite.ts'
import { webhookSuite } from './webhook.ts'

const SUITES: readonly Suite[] = [webhookSuite, retrievalSuite]

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean' },
  },
})
const chosen = SUITES.filter((suite) => values.suite === undefined || suite.name === values.suite)
if (chosen.length === 0) {
  console.error(
    `no suite ${values.suite}; there are: ${SUITES.map((suite) => suite.name).join(', ')}`,
  )
  process.exit(2)
}
let ok = true
for (const suite of chosen) {
  const result = await suite.run({ without: values.without })
  ok &&= result.ok
  if (values.json) {
    console.log(JSON.stringify({ suite: suite.name, ...result }))
  } else {
    console.log(`\n${suite.name}: ${suite.title}`)
    console.table(result.rows)
    console.log(result.verdict)
  }
}
process.exit(ok ? 0 : 1)
