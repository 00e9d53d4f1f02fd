// A vote for an answer or against it, why it was no help, and a person after the second that was none.
import type { TurnId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { toPerson } from '../compose/buttons.ts'
import { disappointed, recallState } from '../dialogue/dialogue-state.ts'
import { hasHadEnough } from '../dialogue/patience.ts'
import type { Commit, Handling } from './handling.ts'
import { ABOUT_NOTHING } from './in-private.ts'
import { showForm } from './prefilled-form.ts'
import { tell } from './tell.ts'

type Vote = Readonly<{
  turn: TurnId
  up: boolean
  /** Why against, where that has been asked already. */
  reason: string | null
}>

/**
 * A vote against is counted as a turn without use, and asked why; when that was one too many, the form
 * of a ticket is shown instead. A turn that is not the contact's own cannot be voted for.
 */
export function vote(handling: Handling, { turn, up, reason }: Vote): Commit {
  const { deps, event, conversation } = handling
  return async (stores) => {
    const known = await stores.turns.vote(turn, conversation.contact.id, { up, reason })
    if (!known) return tell(handling, stores, { text: '这条解答已无法评价', tone: 'error' })
    if (up || reason !== null) {
      return tell(handling, stores, { text: '感谢您的评价', tone: 'success' })
    }
    const before = recallState(conversation.dialogue, deps.now())
    const after = disappointed(before, turn)
    const isEnough = after !== before && hasHadEnough(after)
    const dialogue = isEnough ? { ...after, misses: 0 } : after
    await stores.conversations.save(conversation.id, { dialogue })
    if (isEnough) return showForm(handling, { reason: 'missed_twice', code: null })(stores)
    await stores.enqueue([
      { address: event.replyAddress, purpose: 'answer', message: whyNot(turn), ...ABOUT_NOTHING },
    ])
    return { text: '感谢您的评价，请告知原因', tone: 'info' }
  }
}

const WHY_NOT = ['答非所问', '内容有误或过时', '不够具体', '看不懂'] as const

function whyNot(turn: string): Message {
  return {
    title: '这条解答哪里没有帮到您？',
    tone: 'plain',
    summary: '这条解答哪里没有帮到您？',
    blocks: [
      {
        kind: 'form',
        name: 'why',
        fields: [
          {
            kind: 'select',
            name: 'reason',
            label: '原因',
            required: true,
            options: WHY_NOT.map((value) => ({ value, label: value })),
          },
        ],
        submit: {
          label: '提交',
          style: 'primary',
          value: { a: 'feedback', turn, up: false },
        },
      },
      { kind: 'actions', actions: [toPerson()] },
    ],
  }
}
