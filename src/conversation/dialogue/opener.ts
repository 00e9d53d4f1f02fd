// 「我想问一下」 opens a conversation and says nothing yet; what follows a moment later is the question.

import { folded } from '../../kernel/folded.ts'
import { anyOf } from '../../retrieval/patterns.ts'

const ANNOUNCES = /问|请教|咨询/u
/** What says no more than that, and what is said around it. */
const OPENING = anyOf(
  /你好|您好|在吗|在不在|有人吗|嗨|喂|hi|hello/u,
  /请问|请教|咨询|问题?|想|我|要|一?下|个|事/u,
  /[啊呀哈\s,，.。!！?？~～、]/u,
)
const ONLY_OPENING = new RegExp(`^(?:${OPENING.source})+$`, 'u')
/** A longer one is handled at once, whatever it says. In characters. */
const OPENER_MAX = 20

/** Whether a text announces a question without asking one. A greeting alone is answered at once. */
export function isBareOpener(text: string): boolean {
  const said = folded(text).trim()
  return said.length <= OPENER_MAX && ANNOUNCES.test(said) && ONLY_OPENING.test(said)
}
