// A root folder as the product expects it, with a dozen real items instead of all, so that a test
// publishes in a few seconds; optionally with the program itself, compiled from the sources.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const REPOSITORY = path.resolve(import.meta.dirname, '../..')
const ITEMS = [
  'QYKB-001',
  'QYKB-002',
  'QYKB-003',
  'QYKB-007',
  'QYKB-011',
  'QYKB-026',
  'XMJS-010',
  'JRFW-001',
  'RCFW-004',
  'KFFW-001',
  'CYFW-005',
  'CYFW-009',
]
/** One example in so many is enough to tell the kinds of message, and the parts of a record, apart. */
const SHARE = 16
/** The same of the calibration's questions about our items, and of those that several items fit. */
const OURS_SHARE = 2
const BROAD_SHARE = 8

const roots: string[] = []
process.once('exit', () => {
  for (const root of roots) fs.rmSync(root, { recursive: true, force: true })
})

export function makeSmallRoot(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'zhuqi-root-'))
  roots.push(root)
  for (const name of ['migrations', 'prompts', 'node_modules', 'package.json']) {
    fs.symlinkSync(path.join(REPOSITORY, name), path.join(root, name))
  }
  fs.mkdirSync(path.join(root, 'dist/console'), { recursive: true })
  copyKnowledge(path.join(REPOSITORY, 'knowledge'), path.join(root, 'knowledge'))
  return root
}

/** The same with `dist/`, so that `node dist/main.js` is the product as it is shipped. */
export function makeProgramRoot(): string {
  const root = makeSmallRoot()
  try {
    execFileSync(
      path.join(REPOSITORY, 'node_modules/.bin/tsc'),
      ['-p', '.tsconfig.build.json', '--outDir', path.join(root, 'dist')],
      { cwd: REPOSITORY, stdio: 'pipe' },
    )
  } catch (error) {
    // It emits in spite of type errors, which are the business of `npm run check`.
    if (!fs.existsSync(path.join(root, 'dist/main.js'))) throw error
  }
  return root
}

function copyKnowledge(from: string, to: string): void {
  fs.mkdirSync(path.join(to, 'items'), { recursive: true })
  for (const name of fs.readdirSync(from).filter((one) => one.endsWith('.yaml'))) {
    fs.copyFileSync(path.join(from, name), path.join(to, name))
  }
  thin(from, to, 'fields.yaml', isOneOf(SHARE))
  const isOurs = (text: string) => ITEMS.some((code) => text.includes(code))
  const isBroad = (text: string) => !text.includes('items:')
  thin(
    from,
    to,
    'calibration.yaml',
    (text) =>
      (isOurs(text) && isOneOf(OURS_SHARE)(text)) || (isBroad(text) && isOneOf(BROAD_SHARE)(text)),
  )
  fs.cpSync(path.join(from, 'calendar'), path.join(to, 'calendar'), { recursive: true })
  for (const section of fs.readdirSync(path.join(from, 'items'))) {
    for (const code of ITEMS) {
      const file = path.join(from, 'items', section, `${code}.yaml`)
      if (fs.existsSync(file)) fs.copyFileSync(file, path.join(to, 'items', `${code}.yaml`))
    }
  }
  fs.mkdirSync(path.join(to, 'routes'))
  for (const name of fs.readdirSync(path.join(from, 'routes'))) {
    thin(from, to, path.join('routes', name), isOneOf(SHARE))
  }
}

/** Which examples are drawn; the others stay or go as before when some are added. */
const isOneOf = (share: number) => (text: string) =>
  createHash('md5').update(text).digest().readUInt32BE() % share === 0

/** Copies those examples of a list that are to be kept. */
function thin(from: string, to: string, name: string, isKept: (text: string) => boolean): void {
  const examples = fs
    .readFileSync(path.join(from, name), 'utf8')
    .split(/^(?=- )/mu)
    .filter((text) => text.startsWith('- '))
  fs.writeFileSync(path.join(to, name), examples.filter((text) => isKept(text)).join(''))
}
