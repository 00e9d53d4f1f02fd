import { expect, test } from 'vitest'
import { makeGuard } from '../../src/llm/guard.ts'

const NEVER = new AbortController().signal

test('a call waits for a place, and is refused where too many wait already', async () => {
  const guard = makeGuard({
    callsMax: 1,
    waitingMax: 1,
    breaker: undefined,
    isFailure: () => false,
  })
  const begun: string[] = []
  let end = () => {}
  const first = guard(async () => {
    begun.push('first')
    await new Promise<void>((resolve) => {
      end = resolve
    })
  }, NEVER)
  const second = guard(async () => begun.push('second'), NEVER)
  await expect(guard(async () => begun.push('third'), NEVER)).rejects.toMatchObject({
    code: 'busy',
  })
  expect(begun).toEqual(['first'])
  end()
  await Promise.all([first, second])
  expect(begun).toEqual(['first', 'second'])
})
