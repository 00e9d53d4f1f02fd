// One of the given codes, or none: anything else that a model answers is unreadable.
import { z } from 'zod'
import type { ItemCode } from '../kernel/ids.ts'
import type { Chat } from './chat.ts'
import type { Prompted } from './prompts.ts'

const NONE = 'none'

/** @returns the code chosen, null when the model cannot tell. Rejects with `LlmFault` */
export async function choiceOf(
  chat: Chat,
  prompt: Prompted,
  { options, signal }: Readonly<{ options: readonly { code: ItemCode }[]; signal: AbortSignal }>,
): Promise<ItemCode | null> {
  const codes = options.map((option) => option.code)
  if (codes.length === 0) return null
  const shape = z.object({ code: z.enum([NONE, ...codes]) })
  const { code } = await chat.fill(prompt, shape, signal)
  return codes.find((one) => one === code) ?? null
}
