import { expect, test } from 'vitest'
import { withId } from '../../src/console/shared/with-id.ts'

/** Sends, and fails where it is told to. @returns the id that it went under */
async function sent(what: string, failure?: string): Promise<string> {
  let id = ''
  await withId(
    what,
    async (given) => {
      id = given
      if (failure) throw new Error(failure)
    },
    (error) => error instanceof Error && error.message === 'refused',
  ).catch(() => {})
  return id
}

test('what may not have arrived goes again under its id, until an answer comes', async () => {
  const first = await sent('reply', 'offline')
  expect(await sent('reply', 'offline')).toBe(first)
  expect(await sent('another')).not.toBe(first)
  expect(await sent('reply')).toBe(first)
  expect(await sent('reply'), 'the same once more is something new').not.toBe(first)
})

test('what was refused is over: handed in again it is something new', async () => {
  const first = await sent('note', 'refused')
  expect(await sent('note')).not.toBe(first)
})
