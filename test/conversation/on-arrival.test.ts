import { expect, test } from 'vitest'
import type { HandleDeps } from '../../src/conversation/incoming/handling.ts'
import { onArrival } from '../../src/conversation/incoming/on-arrival.ts'
import type { TurnStores } from '../../src/conversation/ports.ts'
import type { Message } from '../../src/kernel/message.ts'
import { anIncoming } from '../builders/incoming.ts'

/** What somebody is told who opens the chat for the first time, where so much is published. */
async function greetedWith(catalogue: ReturnType<HandleDeps['catalogue']>): Promise<Message> {
  const deps = {
    conversations: { open: async () => ({ contact: { id: 'contact-1' } }) },
    catalogue: () => catalogue,
  } as unknown as HandleDeps
  const messages: Message[] = []
  const stores = {
    conversations: { claimGreeting: async () => true },
    enqueue: async (owed: readonly Readonly<{ message: Message }>[]) => {
      messages.push(...owed.map(({ message }) => message))
    },
  } as unknown as TurnStores
  const commit = await onArrival(deps, anIncoming({ content: { kind: 'entered' } }))
  await commit(stores)
  return messages[0]!
}

test('a greeting names what is published, and counts it', async () => {
  const sections = [{ name: '企业开办' }, { name: '金融服务' }]
  const { blocks } = await greetedWith({ sections, items: [1, 2, 3] })
  expect(blocks[0]).toMatchObject({
    text: expect.stringContaining('企业开办、金融服务 2 个板块 3 项涉企服务事项。'),
  })
})
