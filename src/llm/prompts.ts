// The prompts of `prompts/*.md`: instructions with a name and a version, and the names of the data
// that go with them. Nothing is ever written into instructions; data travel apart, as JSON.
import { readFile } from 'node:fs/promises'
import path from 'node:path'

export const PROMPTS = {
  rewrite: ['question', 'before'],
  choose: ['question', 'options'],
  draft: ['question', 'item', 'chunks'],
  copilot: ['ticket'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PromptName = keyof typeof PROMPTS
type Data<Name extends PromptName> = Readonly<Record<(typeof PROMPTS)[Name][number], unknown>>

/** Ready to be sent. */
export type Prompted = Readonly<{
  name: PromptName
  /** `draft@2`, kept with what came of it. */
  version: string
  instructions: string
  data: Readonly<Record<string, unknown>>
}>

export type Prompts = Readonly<{
  with: <Name extends PromptName>(name: Name, data: Data<Name>) => Prompted
  version: (name: PromptName) => string
}>

/**
 * Reads and checks all prompts.
 * @throws Error that lists every fault of every file
 */
export async function loadPrompts(dir: string): Promise<Prompts> {
  const names = Object.keys(PROMPTS) as PromptName[]
  const read = await Promise.all(
    names.map(async (name) => {
      const file = path.join(dir, `${name}.md`)
      return readPrompt(name, await readFile(file, 'utf8').catch(() => null))
    }),
  )
  const faults = read.flatMap(({ faults: mine }) => mine)
  if (faults.length > 0)
    throw new Error(`prompts/ 有 ${faults.length} 处错误:\n${faults.join('\n')}`)
  const prompts = new Map(read.map((prompt) => [prompt.name, prompt]))
  const version = (name: PromptName) => `${name}@${prompts.get(name)?.version}`
  return {
    version,
    with: (name, data) => ({
      name,
      version: version(name),
      instructions: prompts.get(name)?.instructions ?? '',
      data,
    }),
  }
}

type ReadPrompt = Readonly<{
  name: PromptName
  version: number
  instructions: string
  faults: readonly string[]
}>

const FRONT_MATTER = /^---\n(.*?)\n---\n(.*)$/su

/** Checks one file; pure. */
export function readPrompt(name: PromptName, text: string | null): ReadPrompt {
  const file = `prompts/${name}.md`
  const refused = (...faults: string[]): ReadPrompt => ({
    name,
    version: 0,
    instructions: '',
    faults: faults.map((fault) => `  ${file}: ${fault}`),
  })
  if (text === null) return refused('没有这个文件')
  const [, head, body] = FRONT_MATTER.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || body === undefined)
    return refused('开头应有 --- 之间的 name、version、variables')
  const fields = new Map(
    head.split('\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
    }),
  )
  const instructions = body.trim()
  const faults = faultsOf(name, fields, instructions)
  if (faults.length > 0) return refused(...faults)
  return { name, version: Number(fields.get('version')), instructions, faults: [] }
}

function faultsOf(
  name: PromptName,
  fields: ReadonlyMap<string, string>,
  instructions: string,
): string[] {
  const faults: string[] = []
  const unknown = [...fields.keys()].filter(
    (key) => !['name', 'version', 'variables'].includes(key),
  )
  if (unknown.length > 0) faults.push(`没有这些字段: ${unknown.join('、')}`)
  if (fields.get('name') !== name) faults.push(`name 应为 ${name}`)
  if (!/^[1-9]\d*$/u.test(fields.get('version') ?? '')) faults.push('version 应为正整数')
  const declared = (fields.get('variables') ?? '')
    .replaceAll(/[[\]]/gu, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const wanted: readonly string[] = PROMPTS[name]
  const differ = [...wanted, ...declared].filter(
    (one) => !wanted.includes(one) || !declared.includes(one),
  )
  if (differ.length > 0) faults.push(`variables 应为 [${wanted.join(', ')}]`)
  const unnamed = wanted.filter((one) => !instructions.includes(`\`${one}\``))
  if (unnamed.length > 0) faults.push(`正文没有说明变量 ${unnamed.join('、')}`)
  if (/\{\{|\}\}|\$\{/u.test(instructions)) faults.push('正文不得含占位符: 数据另以 JSON 传送')
  return faults
}
