import { expect, test } from 'vitest'
import { onlyNewest } from '../../src/kernel/newest.ts'

/** Work that ends when it is told to. */
function someWork() {
  const begun: string[] = []
  const waiting: (() => void)[] = []
  const work = async (value: string) => {
    begun.push(value)
    await new Promise<void>((go) => waiting.push(go))
    return 'go_on' as const
  }
  const finish = async () => {
    waiting.shift()?.()
    await new Promise((go) => setTimeout(go))
  }
  return { begun, work, finish }
}

test('what was overtaken while something was under way is left out', async () => {
  const { begun, work, finish } = someWork()
  const drafts = onlyNewest(work, () => {})
  for (const value of ['一', '一二', '一二三']) drafts.put(value)
  await finish()
  await finish()
  drafts.put('一二三四')
  expect(begun).toEqual(['一', '一二三', '一二三四'])
})

test('after the end nothing more is begun', async () => {
  const { begun, work, finish } = someWork()
  const drafts = onlyNewest(work, () => {})
  drafts.put('一')
  drafts.put('二')
  drafts.end()
  await finish()
  drafts.put('三')
  expect(begun).toEqual(['一'])
})

test('work that fails or wants to stop is not asked again', async () => {
  const problems: unknown[] = []
  let asked = 0
  const failing = onlyNewest(
    async () => {
      asked++
      throw new Error('down')
    },
    (error) => problems.push(error),
  )
  const stopping = onlyNewest(
    async () => {
      asked++
      return 'stop'
    },
    (error) => problems.push(error),
  )
  for (const drafts of [failing, stopping]) {
    drafts.put('一')
    await new Promise((go) => setTimeout(go))
    drafts.put('二')
  }
  expect(asked).toBe(2)
  expect(problems).toEqual([new Error('down')])
})
