// What a part of the record states, as pieces that stand alone. A draft says such a piece whole or
// not at all: a condition stays with what depends on it, an exception with its rule.

import type { Chunk } from '../record-chunk.ts'
import { comparable } from './draft-text.ts'
import { leansOnWhatIsBefore, sentencesIn, split } from './record-sentences.ts'
import { type Word, wordsOf } from './words.ts'

export type Statement = Readonly<{
  /** Rows of a list are joined among themselves; sentences stand side by side. */
  kind: 'row' | 'sentence'
  /** The ways in which the record lets it be written. */
  forms: readonly (readonly Word[])[]
  /** The law that the record gives for it. */
  source: string
}>

type Read = Readonly<{ kind: Statement['kind']; texts: readonly string[] }>

/** A draft that is being written is read again with each of its sentences. */
const known = new WeakMap<Chunk, readonly Statement[]>()

/** In the order of the record. */
export function statementsOf(chunk: Chunk): readonly Statement[] {
  const statements = known.get(chunk) ?? readStatements(chunk)
  known.set(chunk, statements)
  return statements
}

const readStatements = (chunk: Chunk): readonly Statement[] =>
  chunk.lines.flatMap(({ text, source }, n) =>
    readLine(chunk, comparable(text), n).map(({ kind, texts }) => ({
      kind,
      forms: texts.map(wordsOf),
      source: comparable(source ?? ''),
    })),
  )

function readLine({ field, of }: Chunk, line: string, n: number): readonly Read[] {
  switch (field) {
    case null:
      return answerSentences(line).map((text) => ({ kind: 'sentence', texts: [text] }))
    case 'overview':
      return n === 0 ? [whatItIs(line, comparable(of))] : sentences(line)
    case 'materials':
      return material(line)
    case 'process':
      return step(line)
    case 'channel':
      return channel(line)
    case 'department':
      return [{ kind: 'row', texts: [line, line.replace(/\([^()]*\)$/u, '')] }]
    case 'legal_basis':
      return [{ kind: 'row', texts: [line] }]
    case 'fee':
      return fee(line, comparable(of))
    default:
      return sentences(line)
  }
}

/** 「能。」 and 「不用重新考。」 answer a question that was perhaps not the person's. */
const ANSWERING = /^(?:不|没|无|能|可|要|会|是|有|对|行|算|一般|看|视|需|得|应|属于)/u
const ANSWER_LENGTH_MIN = 12

const answerSentences = (answer: string) =>
  split(answer, /[。!?]/u).filter((sentence, n) =>
    n === 0
      ? sentence.length >= ANSWER_LENGTH_MIN && !ANSWERING.test(sentence)
      : !leansOnWhatIsBefore(sentence),
  )

/** 「公司设立登记(qykb-002、行政许可)」. */
function whatItIs(line: string, name: string): Read {
  const [, code = '', kind = ''] = /\(([^()]*?)、([^()]*)\)$/u.exec(line) ?? []
  const named = [`${name}(${code})`, name]
  return {
    kind: 'sentence',
    texts: [line, ...named.flatMap((one) => [`${one}是${kind}`, `${one}属于${kind}`])],
  }
}

const MATERIAL = /^(.*)\((?:原件|复印件|电子)[^()]*?(?:,(\d+份))?\)$/u

function material(line: string): readonly Read[] {
  const [, name, copies] = MATERIAL.exec(line) ?? []
  if (name === undefined) return sentences(line)
  const texts = [
    line,
    name,
    ...(copies === undefined ? [] : [`${name}${copies}`, `${name}要${copies}`]),
  ]
  return [{ kind: name.includes(',另需:') ? 'sentence' : 'row', texts }]
}

/** 「1. 确定名称：……（申请人）」. */
function step(line: string): readonly Read[] {
  const [, number = '', title = '', rest = ''] =
    /^(\d+\.)([^:]+):(.*?)(?:\([^()]*\))?$/su.exec(line) ?? []
  if (title === '') return sentences(line)
  const [first, ...others] = sentences(rest)
  return [
    { kind: 'row', texts: [title] },
    ...(first === undefined
      ? []
      : [
          {
            ...first,
            texts: first.texts.flatMap((text) => [
              text,
              `${title},${text}`,
              `${number}${title},${text}`,
            ]),
          },
        ]),
    ...others,
    { kind: 'sentence', texts: [line] },
  ]
}

function channel(line: string): readonly Read[] {
  const [, label, names] = /^(网上|窗口|电话|现场):(.*)$/u.exec(line) ?? []
  if (label === undefined || names === undefined) return sentences(line)
  const ways = (name: string) => [name, `${label},${name}`, `${name}${label}`, label]
  return split(names, /、/u).map((name) => ({ kind: 'row', texts: ways(name) }))
}

/** 「免费。发证不收费；考试费……」: the kind alone would be too much, and without the item anything's. */
function fee(line: string, name: string): readonly Read[] {
  const [, kind, note] = /^(免费|按规定收费|市场收费)(?:。(.+))?$/su.exec(line) ?? []
  if (kind === undefined) return sentences(line)
  if (note !== undefined) return sentences(note)
  return [{ kind: 'sentence', texts: [`${name}${kind}`, `收费,${kind}`, `${name}收费,${kind}`] }]
}

const sentences = (line: string): readonly Read[] =>
  sentencesIn(line).map((texts) => ({ kind: 'sentence', texts }))
