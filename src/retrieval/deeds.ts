// What is to be done with a matter: set up, change, extend, end it … Neighbours often differ in nothing
// else (设立登记, 变更登记, 注销登记), and the words for the matter itself drown the one that tells.

import type { Breathe } from '../kernel/clock.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { Clause } from './clauses.ts'
import { normalize } from './normalize.ts'
import { anyOf } from './patterns.ts'
import type { Language } from './ports.ts'

/** In the order of the columns. */
const DEEDS: readonly RegExp[] = [
  // to end
  anyOf(
    // By the words for it.
    /注销|销[户号掉]|关[掉闭张店]/u,
    // The business ends.
    /歇业|停业|结业|清盘|倒闭|散伙/u,
    // Not wanting to go on.
    /[不勿弗](?:想|要|打算|准备)?再?[干做开办](?:下去)?了/u,
    // In English.
    /\b(?:cancel|deregister|close)/u,
  ),
  // to set up
  /设立|新[办开设建]|开[办家个]|注册|成立|创办|首次|申领|\b(?:register|set ?up|open)\b/u,
  // to change
  /变更|更[改名换]|改(?![造扩革])|修改|\b(?:change|modify|amend)/u,
  // to extend
  /延[期续长]|续[期证办签约展]|展期|到期|过期|换证|复审|\b(?:renew|extend|expir)/u,
  // to replace what is lost
  /补[办证发领照]|丢|遗失|掉了|损[坏毁]|\b(?:replace|lost)\b/u,
  // to move
  /迁[移入出址]|搬|跨区|异地/u,
  // to hand over
  /转[让移给]|过户|接续/u,
  // to pledge
  /押|出质/u,
  // to inspect
  /验收|检[验测查定]|年[检审]|审查|审图/u,
  // to get back
  /退[税款费还回保]|返还/u,
  // to complain
  /投诉|举报|仲裁|复议|异议|起诉/u,
  // to be subsidised
  /补[贴助]|奖[励补]|资助|减[免征]/u,
  // to be recognised
  /认定|评[定级审价选]|鉴定/u,
  // to report
  /申报|报[备税到告]|备案/u,
]

/** Which of them a text names. */
export const deedsIn = (text: string): ReadonlySet<number> =>
  new Set(DEEDS.flatMap((deed, n) => (deed.test(text) ? [n] : [])))

/** Per item position and deed: how much more often it is asked for of this item than at large. */
export type Deeds = readonly (readonly number[])[]

/** So many questions of every item are taken for granted, shared out as at large. */
const PRIOR = 5

/** Counts what is asked for in the items' names, aliases and questions. */
export async function deedsOf(
  items: readonly ServiceItem[],
  { language, breathe }: Readonly<{ language: Pick<Language, 'simplify'>; breathe: Breathe }>,
): Promise<Deeds> {
  const counted = await mapBreathing(items, breathe, ({ name, aliases, questions }) => {
    const texts = [name, ...aliases, ...questions].map((text) => normalize(text, language))
    return {
      all: texts.length,
      deeds: DEEDS.map((deed) => texts.filter((t) => deed.test(t)).length),
    }
  })
  const all = counted.reduce((sum, item) => sum + item.all, 0)
  const usual = DEEDS.map(
    (_, n) => (1 + counted.reduce((sum, { deeds }) => sum + deeds[n]!, 0)) / (1 + all),
  )
  return counted.map(({ all: own, deeds }) =>
    deeds.map((count, n) => {
      const share = (count + PRIOR * usual[n]!) / (own + PRIOR)
      return Math.round(100 * Math.log(share / usual[n]!)) / 100
    }),
  )
}

/** For each of the items, how far it is one for what the message wants done; 0 where it says nothing. */
export function deedFit(
  deeds: Deeds,
  owners: readonly number[],
  clauses: readonly Clause[],
): number[] {
  const meant = clauses.filter(({ kind }) => kind === 'meant').map(({ text }) => text)
  const named = [...deedsIn(meant.join('\n'))]
  if (named.length === 0) return owners.map(() => 0)
  return owners.map((owner) => {
    const row = deeds[owner] ?? []
    return named.reduce((sum, n) => sum + (row[n] ?? 0), 0) / named.length
  })
}
