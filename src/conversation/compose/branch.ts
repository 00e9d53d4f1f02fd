// Renewal, change, replacement: what the first step of an application is no step of. Pure.

import type { ServiceItem } from '../../knowledge/service-item.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'

type Step = ServiceItem['steps'][number]
type Branch = Readonly<{ said: RegExp; written: RegExp }>

const BRANCHES: readonly Branch[] = [
  {
    said: anyOf(
      // By the word for it.
      /延续|续[期证签展办]|(?:是|要|去|来|怎么)续(?!费)/u,
      // A paper that runs out.
      /(?:证|照|许可|资质|本本|本子).{0,6}(?:到期|过期)|(?:到期|过期).{0,6}(?:证|照|换)|换证/u,
    ),
    written: /延续|续[期证签展]|换证|期满|届满|到期/u,
  },
  {
    said: anyOf(
      // Something is changed.
      /变更|(?:改|换)(?:了|个|一下)?(?:法人|地址|名字|名称|店名|场所|股东)/u,
      // Something is added.
      /(?:增加|加)(?:了)?(?:一?(?:条|个|项))?(?:经营)?(?:范围|项目)/u,
    ),
    written: /变更|换发|增加/u,
  },
  {
    said: anyOf(
      // A paper is gone.
      inOrder(
        /(?:证|照|章|书|单|票).{0,4}/u,
        /丢|遗失|不见|弄没|掉了|落了|找不[到着]|没了|被偷|烧(?:了|掉|毁)/u,
      ),
      /(?:丢|遗失|弄掉|弄没)了?.{0,4}(?:证|照|章|书)/u,
      // Another is wanted.
      /补办|补发|补领/u,
      // In English.
      /\b(?:lost|stolen)\b/u,
    ),
    written: /补[办发领]|遗失/u,
  },
  {
    said: /(?:证|照|章|书).{0,4}(?:破|撕|烂|毁|弄坏|泡(?:水|烂)|看不清)/u,
    written: /毁坏|毁损|污损|破损|补[办发领]|换发/u,
  },
]

/** The steps of the branch that was spoken of; null where none was, or the item is that branch. */
export function stepsOfBranch({ name, steps }: ServiceItem, said: string): readonly Step[] | null {
  const branch = BRANCHES.find((one) => one.said.test(said))
  if (branch === undefined || branch.written.test(name)) return null
  return steps.filter(({ title, text }) => branch.written.test(`${title}${text}`))
}

const CASE = /^(?:新办|首次)|^([^，；。]{2,10})的[，先再应]/u

/** 「换经营者的先结清税款；改店名的先查名称」: a step for cases none of which was spoken of. */
export function isForOthers({ text }: Step, said: string): boolean {
  // 「掉了」 shares no letter with 「遗失」.
  if (BRANCHES.some((one) => one.said.test(said) && one.written.test(text))) return false
  const cases = text.split(/[；。]/u).filter((clause) => clause !== '')
  return cases.every((clause) => {
    const found = clause.match(CASE)
    return found !== null && !pairsOf(found[1] ?? found[0]).some((pair) => said.includes(pair))
  })
}

const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(text.length - 1, 0) }, (_, n) => text.slice(n, n + 2))
