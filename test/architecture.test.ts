import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { expect, test } from 'vitest'

/** A parser that sees no files, or few of them, also reports no violations; raise it as the code grows. */
const MODULES_MIN = 500

test('imports follow the layout', async () => {
  const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
  const { output } = await cruise(['src'], options)
  if (typeof output === 'string') throw new Error('expected an object')
  expect(output.summary.totalCruised).toBeGreaterThan(MODULES_MIN)
  expect(output.summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([])
})
