// What somebody says is behind them already: of the options on offer that is none.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { clausesOf } from '../../retrieval/clauses.ts'
import { isCalled } from '../../retrieval/names.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { OptionReply } from '../options/option-reply.ts'
import type { DialogueState } from './dialogue-state.ts'
import { isPieceOf, SUBJECT_MIN } from './item-words.ts'

/** What is behind somebody, as its verb and object: 「已经开过户了」, 「户早就开好了」 is 开户. */
const DONE: readonly RegExp[] = [
  /^(?:我们?|咱们?|公司)?(?:已经?|早就?)(?<verb>.{1,4}?)(?:过|好|完)(?<object>.{0,4}?)了$/u,
  /^(?:我们?|咱们?|公司)?(?<object>.{1,6}?)(?:已经?|早就?|都)?(?<verb>.)(?:过|好|完)了$/u,
]

/** The open options that are done already, as a reply to them, where something else is said besides. */
export function doneOptions(
  normalized: string,
  { state, items }: Readonly<{ state: DialogueState; items: readonly ServiceItem[] }>,
): OptionReply {
  const options = state.clarification?.options ?? []
  const clauses = clausesOf(normalized)
  const done = clauses.flatMap(({ text, kind }) => (kind === 'done' ? doneIn(text) : []))
  const rest = clauses.flatMap(({ text, kind }) => (kind === 'done' ? [] : [text])).join('')
  if (options.length === 0 || done.length === 0 || ownSubject(rest) < SUBJECT_MIN) return null
  const codes = items
    .filter((item) => options.includes(item.code) && !isCalled(rest, item))
    .filter((item) => done.some((words) => isPieceOf(words, item)))
    .map(({ code }) => code)
  return codes.length === 0 ? null : { kind: 'denied', codes, rest }
}

/** What a clause says is done, in the order verb and object. */
export function doneIn(clause: string): string[] {
  const text = clause.replace(/[^\p{L}\p{N}]+$/u, '')
  const said = DONE.map((frame) => frame.exec(text)?.groups)
  return said.flatMap((found) =>
    found === undefined ? [] : [`${found['verb']}${found['object']}`],
  )
}
