import { expect, test } from 'vitest'
import { undoAll } from '../../../src/compose/start/undo.ts'

test('a step that fails keeps no other from being undone, and is told of', async () => {
  const done: string[] = []
  const fault = new Error('the port does not close')
  const steps = [
    async () => void done.push('database'),
    async () => {
      throw fault
    },
    async () => void done.push('loops'),
  ]
  await expect(undoAll(steps)).rejects.toMatchObject({ errors: [fault] })
  expect(done).toEqual(['loops', 'database'])
  await undoAll(steps)
  expect(done).toEqual(['loops', 'database'])
})
