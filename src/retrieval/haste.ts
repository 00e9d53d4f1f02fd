// Clauses of nothing but haste: nothing is looked for by them, but whoever is in a hurry is offered
// a person beside the answer.
import { anyOf, inOrder } from './patterns.ts'

const HOW_MUCH = '(?:真的?|非常|特别|十分|比较|挺|很|有点|事情)*'

const HURRIES = anyOf(
  // How it is for whoever asks.
  /急死(?:我|人)?|急用|急等|十万火急/u,
  new RegExp(`${HOW_MUCH}(?:着?急|紧急)`, 'u'),
  // That somebody waits.
  /在线等|坐等|等(?:着)?(?:回复?|答复|消息|用|你们?)|求?[速秒]回/u,
  // How soon an answer is wished for.
  inOrder(
    /(?:请|麻烦|拜托|辛苦|希望|求|望|能不能|可不可以)*(?:你们?|您)?/u,
    /(?:快点|快些|尽快|赶紧|赶快|速|早点|马上|立刻)(?:给?我?们?|给个)?/u,
    /(?:回复?|答复|回答|告诉|处理)(?:我们?)?/u,
  ),
  // In English.
  /(?:it is |it's )?(?:very )?urgent|asap/u,
)
const HASTE = inOrder(/^/u, HURRIES, /(?:的|了|啊|呀|哦|吧|吗|一下|下|各位|please|\s)*/u)

/** Whether all that the clause says is that there is haste. */
export function isHaste(clause: string): boolean {
  let rest = clause
  while (rest !== '') {
    const next = rest.replace(HASTE, '')
    if (next === rest) return false
    rest = next
  }
  return clause !== ''
}
