// Whether a sentence of a draft says what the record states and nothing else: it consists of whole
// statements of one part of the record, in their order, each as the record words it.

import type { Chunk } from '../record-chunk.ts'
import { comparable } from './draft-text.ts'
import { unframed } from './frames.ts'
import { basisOf, unknownLaws } from './laws.ts'
import { type Statement, statementsOf } from './statements.ts'
import { endOfSame, isVerbatim, PAUSE, type Word, wordsOf } from './words.ts'

/** The chunks that `text` (`comparable`) rests on, each of its parts on one; null where a part rests on none. */
export function groundsOf(text: string, cited: readonly Chunk[]): readonly Chunk[] | null {
  const said = text.replace(/[。!\n]+$/u, '')
  const whole = groundOf(said, cited)
  if (whole !== undefined) return [whole]
  const grounds = said.split(';').map((part) => groundOf(part, cited))
  return grounds.every((chunk) => chunk !== undefined) ? grounds : null
}

const groundOf = (said: string, cited: readonly Chunk[]) =>
  cited.find((chunk) => (chunk.field === null ? isAnswer(said, chunk) : isGrounded(said, chunk)))

function isAnswer(said: string, chunk: Chunk): boolean {
  const words = wordsOf(said)
  return statementsOf(chunk).some(({ forms }) => forms.some((form) => isVerbatim(words, form)))
}

function isGrounded(part: string, chunk: Chunk): boolean {
  const statements = statementsOf(chunk)
  if (consistsOf(part, chunk, statements)) return true
  if (chunk.field === 'legal_basis' && namesLaws(part, chunk)) return true
  return basisOf(part).some(({ basis, rest }) => {
    const based = statements.filter(({ source }) => unknownLaws(basis, source).length === 0)
    return consistsOf(rest, chunk, based)
  })
}

const consistsOf = (text: string, chunk: Chunk, statements: readonly Statement[]) =>
  unframed(text, chunk).some((bare) => isJoined(wordsOf(bare), statements, chunk.field))

/** 「办理依据是《公司法》第二十九条」. */
const namesLaws = (part: string, chunk: Chunk) =>
  unframed(part, chunk).some((bare) =>
    basisOf(bare).some(
      ({ basis, rest }) =>
        rest === '' &&
        chunk.lines.some(({ text }) => unknownLaws(basis, comparable(text)).length === 0),
    ),
  )

/** Statements of one kind, one after another in the record's order. */
function isJoined(
  said: readonly Word[],
  statements: readonly Statement[],
  field: Chunk['field'],
): boolean {
  const goesOn = (from: number, first: number, kind: Statement['kind'] | null): boolean =>
    statements.some((statement, n) => {
      if (n < first || !followsOn(kind, statement, field)) return false
      return statement.forms.some((form) => {
        const end = endOfSame(said, from, form)
        if (end === null || end === from) return false
        const next = afterJoin(said, end, joinsOf(statement, field))
        return said.length === next || (next > end && goesOn(next, n + 1, statement.kind))
      })
    })
  return goesOn(0, 0, null)
}

const ROWS: readonly Word[] = [PAUSE, '、', '并']
/** Behind the channels the record says who publishes where they are. */
const followsOn = (
  before: Statement['kind'] | null,
  { kind }: Statement,
  field: Chunk['field'],
): boolean => before === null || before === kind || (field === 'channel' && kind === 'sentence')

/** 「浙里办办理，也可以到窗口」. */
const WAYS: readonly Word[] = [...ROWS, '或', '办', '也', '可', '在', '到']

/** Of several channels any will do; a 不 in a sentence must not reach into the next one. */
function joinsOf({ kind }: Statement, field: Chunk['field']): readonly Word[] {
  if (kind === 'sentence') return [PAUSE]
  return field === 'channel' ? WAYS : ROWS
}

function afterJoin(said: readonly Word[], end: number, joins: readonly Word[]): number {
  let at = end
  while (joins.includes(said[at] ?? '')) at++
  return at
}
