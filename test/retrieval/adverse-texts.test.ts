// No text may keep the process busy: whoever can write to the assistant could stop it for everybody.
// Every pattern is tried on long texts of its own pieces. An exponential one would take days, one
// that is not takes milliseconds; the limit lies far from both, whatever else the machine is doing.
import { readdirSync, readFileSync } from 'node:fs'
import { createContext, Script } from 'node:vm'
import { afterAll, expect, test, vi } from 'vitest'
import { dangerIn } from '../../src/retrieval/acts/danger.ts'
import { adverseTexts } from '../builders/adverse-texts.ts'

const LIMIT_MS = 2_000
const LENGTH = 2_000

const FILES = [
  ...readdirSync(`${import.meta.dirname}/../../src/retrieval/acts`).map(
    (name) => `retrieval/acts/${name.replace('.ts', '')}`,
  ),
  ...[
    'field-cue-rows',
    'field-cues',
    'clauses',
    'style',
    'own-subject',
    'plainly',
    'haste',
    'segments',
  ].map((name) => `retrieval/${name}`),
  ...[
    'options/described-option',
    'options/option-places',
    'options/option-reply',
    'clean-text',
    'unwrap-json',
    'intent/shown',
    'intent/improper',
    'intent/own-business',
    'intent/of-trade',
    'cuts',
    'compose/measure/measures',
    'compose/faq/meaning-rows',
    'dialogue/denied-last',
    'dialogue/follow-up',
    'dialogue/more-of-it',
    'intent/lawful-channel',
    'dialogue/denied-guess',
  ].map((name) => `conversation/${name}`),
]

const LITERAL =
  /(?<=[\s([=:,!])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+)\/([dgimsuvy]+)/gu

const pathOf = (file: string) => `${import.meta.dirname}/../../src/${file}.ts`

const literalsIn = (file: string): readonly RegExp[] =>
  [...readFileSync(pathOf(file), 'utf8').matchAll(LITERAL)].map(
    ([, source, flags]) => new RegExp(source!, flags),
  )

/** The patterns that a file puts together when it is loaded. */
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
  await import(pathOf(file))
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
  (words) => {
    const text = `${'正在'.repeat(LENGTH / 2)},${words.repeat(LENGTH / words.length)}`
    expect(() => inTime(() => dangerIn(text))).not.toThrow()
  },
)

afterAll(() => expect(seen).toBeGreaterThan(300))
