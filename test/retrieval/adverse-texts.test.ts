// No text may keep the process busy: whoever can write to the assistant could stop it for everybody.
// Every pattern of what reads messages is tried on long texts of its own pieces. An exponential one would take days, one
// that is not takes milliseconds; the limit lies far from both, whatever else the machine is doing.
import { readdirSync, readFileSync } from 'node:fs'
import { createContext, Script } from 'node:vm'
import { afterAll, expect, test, vi } from 'vitest'
import { adverseTexts } from '../builders/adverse-texts.ts'

const LIMIT_MS = 10_000
const LENGTH = 2_000

const SRC = `${import.meta.dirname}/../../src`
const FILES = ['retrieval', 'conversation', 'knowledge'].flatMap((folder) =>
  readdirSync(`${SRC}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .sort(),
)

const LITERAL =
  /(?<=[\s([=:,!])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+)\/([dgimsuvy]+)/gu

const literalsIn = (file: string): readonly RegExp[] =>
  [...readFileSync(`${SRC}/${file}`, 'utf8').matchAll(LITERAL)].map(
    ([, source, flags]) => new RegExp(source!, flags),
  )

/** The patterns that a file, with what it is the first to load, puts together when it is loaded. */
async function builtIn(file: string): Promise<readonly RegExp[]> {
  const built: RegExp[] = []
  const Recording = new Proxy(RegExp, {
    construct(target, [source, flags]: [string, string]) {
      const pattern = new target(source, flags)
      built.push(pattern)
      return pattern
    },
  })
  vi.stubGlobal('RegExp', Recording)
  await import(`${SRC}/${file}`)
  vi.unstubAllGlobals()
  return built
}

const context = createContext({ run: (): unknown => null })
const call = new Script('run()')

/** Throws when it takes too long; nothing else would end a pattern that goes on. */
function inTime(run: () => unknown): void {
  context['run'] = run
  call.runInContext(context, { timeout: LIMIT_MS })
}

// What another file has loaded would go unrecorded.
vi.resetModules()

let seen = 0

test.each(FILES)('no pattern of %s can be kept busy', async (file) => {
  for (const pattern of [...literalsIn(file), ...(await builtIn(file))]) {
    seen += 1
    for (const text of adverseTexts(pattern, LENGTH)) {
      expect(
        () => inTime(() => text.search(pattern)),
        `${pattern.source}\n${text.slice(0, 60)}`,
      ).not.toThrow()
    }
  }
})

// Each danger found is looked at with what stands before it.
test.each(['浓烟', '浓烟怎么办理证', '浓烟的预案', 'smoke is '])(
  '「%s」 told again and again',
  async (words) => {
    // Loaded here: what is loaded before the tests goes unrecorded.
    const { dangerIn } = await import('../../src/retrieval/acts/danger.ts')
    const text = `${'正在'.repeat(LENGTH / 2)},${words.repeat(LENGTH / words.length)}`
    expect(() => inTime(() => dangerIn(text))).not.toThrow()
  },
)

test.each(['翻译', '看', 'answer ', 'reply '])('「%s」 wished again and again', async (words) => {
  const { wantsLanguage } = await import('../../src/retrieval/language-wish.ts')
  const text = `英文${words.repeat(LENGTH / words.length)}㗊`
  const english = `${words.repeat(LENGTH / words.length)}㗊`
  expect(() => inTime(() => wantsLanguage(text) || wantsLanguage(english))).not.toThrow()
})

afterAll(() => expect(seen).toBeGreaterThan(1_500))
