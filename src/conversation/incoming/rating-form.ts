// Five levels and whether it is solved: two questions, because closed is not solved. Voluntary; no
// answer is suggested.
import type { Message } from '../../kernel/message.ts'
import { RATING_WORDS, SOLVED_WORDS } from '../../ticket/words.ts'

/** As they are offered. */
export const LEVELS = [5, 4, 3, 2, 1] as const
export const SOLVED = ['yes', 'partly', 'no'] as const

export function ratingForm(number: string): Message {
  const levels = LEVELS.map((level) => ({ value: String(level), label: RATING_WORDS[level] }))
  const solved = SOLVED.map((value) => ({ value, label: SOLVED_WORDS[value] }))
  return {
    title: `评价诉求 ${number}`,
    tone: 'plain',
    summary: `请评价诉求 ${number} 的办理情况`,
    blocks: [
      {
        kind: 'form',
        name: 'rating',
        fields: [
          { kind: 'select', name: 'level', label: '满意程度', required: true, options: levels },
          {
            kind: 'select',
            name: 'solved',
            label: '问题是否解决',
            required: true,
            options: solved,
          },
          {
            kind: 'text',
            name: 'comment',
            label: '意见（可不填）',
            required: false,
            maxLength: 500,
            multiline: true,
          },
        ],
        submit: { label: '提交评价', style: 'primary', value: { a: 'rate', number } },
      },
    ],
  }
}
