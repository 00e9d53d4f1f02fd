// What was said before a ticket: in lines for whoever handles it, and as the matter with which the
// form is prefilled, so that nobody has to tell it twice.
import { DAY_MS } from '../../kernel/clock.ts'
import type { ContactId, ItemCode } from '../../kernel/ids.ts'
import { withoutAnger } from '../../retrieval/acts/anger.ts'
import { wantsPerson } from '../../retrieval/acts/person.ts'
import { beyondUnhelped } from '../../retrieval/acts/unhelped.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { maskNumbersIn } from '../../ticket/enterprise.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { cleanText } from '../clean-text.ts'
import { FIELD_LABEL } from '../compose/facts.ts'
import type { TurnRecord } from '../conversation.ts'
import { type DecisionKind, isOfReport, type TicketReason } from '../decision.ts'

/** A turn as far as it is told again. */
export type ToldTurn = Readonly<Pick<TurnRecord, 'askedAt' | 'question' | 'decision' | 'field'>>

/** What an item is called; its code where it has left the knowledge base. */
export type NameOf = (code: ItemCode) => string

/** So many turns are looked back at, none of them older than a day: that was another matter. */
export const TOLD_TURNS_MAX = 30

/** The turns of the last day that no ticket of this person's took along: nothing is handed in twice. */
export function notHandedIn(
  turns: readonly ToldTurn[],
  { contact, tickets, now }: HandedIn,
): readonly ToldTurn[] {
  const last = tickets.find(({ contactId }) => contactId === contact)?.registeredAt ?? ''
  return turns.filter(
    ({ askedAt }) => now.getTime() - askedAt.getTime() <= DAY_MS && askedAt.toISOString() > last,
  )
}

type HandedIn = Readonly<{
  contact: ContactId
  /** As this person may see them, the latest first. */
  tickets: readonly Pick<Ticket, 'contactId' | 'registeredAt'>[]
  now: Date
}>

/**
 * What may stand in a ticket that is no report: who reports somebody is protected, so nothing that
 * tells of it gets to people who handle another matter.
 */
export const withoutReports = (turns: readonly ToldTurn[]): readonly ToldTurn[] =>
  turns.filter((turn) => !isReport(turn))

const isReport = ({ decision, question }: ToldTurn) =>
  (decision.kind === 'ticket' && isOfReport(decision.reason)) || REPORTS.test(question)

/** Whoever was reported by somebody else has nothing to be protected from. */
const REPORTS = /(?<!被[^，。？！；,?!;]{0,8})(?:举报|检举|揭发)(?!了?(?:我|咱|阿拉))/u

const LINE_MAX = 100

/** Each question and what became of it, one line each. Numbers of persons are hidden in it. */
export const talkLines = (turns: readonly ToldTurn[], nameOf: NameOf): readonly string[] =>
  turns.flatMap((turn) => [
    `问：${oneLine(questionIn(turn, nameOf))}`,
    `答：${oneLine(outcomeIn(turn, nameOf))}`,
  ])

/** Numbers go before the cut, so that no half of one is left that nothing recognises. */
function oneLine(text: string): string {
  const plain = maskNumbersIn(text).replaceAll(/\s+/gu, ' ').trim()
  const characters = [...plain]
  return characters.length <= LINE_MAX ? plain : `${characters.slice(0, LINE_MAX - 1).join('')}…`
}

/** How a choice and 都不是 are written down where a question stands. */
export const CHOICE = '〔选择〕'
export const choiceWords = (code: ItemCode): string => `${CHOICE}${code}`
export const NONE_OF_THESE = '〔都不是〕'

const isChoice = ({ question }: ToldTurn) => question.startsWith(CHOICE)

function questionIn(turn: ToldTurn, nameOf: NameOf): string {
  const { question, decision } = turn
  return isChoice(turn) && decision.kind === 'answer'
    ? `${CHOICE}${nameOf(decision.code)}`
    : question
}

const OUTCOME: Readonly<Record<Exclude<DecisionKind, 'answer' | 'clarify'>, string>> = {
  ticket: '引导登记诉求',
  status: '查询本人诉求',
  redirect: '引导其他咨询渠道',
  refuse: '不予提供',
  emergency: '提示报警求助',
  smalltalk: '寒暄',
}

function outcomeIn({ decision }: ToldTurn, nameOf: NameOf): string {
  switch (decision.kind) {
    case 'answer':
      return `${nameOf(decision.code)}·${FIELD_LABEL[decision.field]}`
    case 'clarify':
      return `请选择：${decision.options.map(({ code }) => nameOf(code)).join('、')}`
    default:
      return OUTCOME[decision.kind]
  }
}

/**
 * What the matter is about, in the person's own words: the latest message that tells of one, with
 * those that it made clearer. Empty when none does.
 */
export function matterIn(turns: readonly ToldTurn[], nameOf: NameOf): string {
  const telling = turns.filter(tellsOfMatter)
  let first = telling.length - 1
  while (telling[first - 1]?.decision.kind === 'clarify') first--
  const words = telling.slice(Math.max(first, 0)).map((turn) => wordsOf(turn, nameOf))
  return [...new Set(words)].join('；')
}

/** Whether that matter is something to report, whatever was said since. */
export const isMatterReport = (turns: readonly ToldTurn[]): boolean => {
  const last = turns.findLast(tellsOfMatter)
  return last !== undefined && isReport(last)
}

function wordsOf(turn: ToldTurn, nameOf: NameOf): string {
  const { question, decision } = turn
  const text = question.trim()
  if (decision.kind !== 'answer') return text
  // 「要几天」 says nothing without what it was answered about.
  const name = nameOf(decision.code)
  if (isChoice(turn)) return name
  return text.includes(name) ? text : `${name}：${text}`
}

/** What a wish for a person must say besides to be a matter, in letters of its own. */
const BESIDES_MIN = 5

function tellsOfMatter({ question, decision }: ToldTurn): boolean {
  if (question === NONE_OF_THESE) return false
  if (decision.kind === 'smalltalk' || decision.kind === 'status') return false
  const besides = withoutAnger(beyondUnhelped(cleanText(question).toLowerCase()))
    .split(PAUSE)
    .filter((clause) => !isWishForPerson(clause))
    .join('')
  if (decision.kind !== 'ticket' || !FOR_A_PERSON.has(decision.reason)) return besides !== ''
  return ownSubject(besides.replaceAll(/\d/gu, '')) >= BESIDES_MIN
}

const PAUSE = /[,，。.;；:：!！?？、\s]+/u

/** Where nothing but a person is asked for. */
const FOR_A_PERSON: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'person_wanted',
  'upset',
  'missed_twice',
  'asked_for',
  'how_soon',
  'fill_in',
  'confidential',
])

/** A longer clause says more than that a person is wanted. */
const WISH_MAX = 12

const isWishForPerson = (clause: string) => clause.length <= WISH_MAX && wantsPerson(clause)
