// Matters that people bring and no item covers, though one looks alike: what can honestly be said of
// each, who may know, and which item comes nearest.
import type { ItemCode } from '../kernel/ids.ts'

export type UncoveredMatter = Readonly<{
  key: string
  /** What it is called; the title of what is said of it. */
  name: string
  /**
   * Each is a way to say it: words apart, all of which stand in the message, `a|b` being either, and
   * `=a` a message that says nothing else.
   */
  says: readonly string[]
  /** A message with one of these is about something that an item covers. */
  except: readonly string[]
  /** How long a message may be that it is looked for in; its words say something else in a story. */
  upTo: number | null
  /** Whether a message that an item surely fits, or that calls one by its name, is about that item. */
  unlessSure: boolean
  reply: string
  /** The law that the reply rests on; null where it states no rule. */
  source: string | null
  /** Who may know, by its name in `departments.yaml`. */
  department: string | null
  /** Keys of `hotlines.yaml`. */
  hotlines: readonly string[]
  /** The item that comes nearest, if any does. */
  item: ItemCode | null
}>

/** A longer message tells a case, and names the matter only in passing. */
const MESSAGE_MAX = 90
/** In English so many times the letters say the same. */
const ENGLISH_LONGER = 2
/** Before a word that is the whole message: a trade is named so, and in passing in much else. */
const ALONE = '='
const NO_WORD = /[\s\p{P}]+/gu
const HAN = /\p{Script=Han}/u

/** Words of which one has to stand in the message. */
type AnyOf = readonly string[]

type Taken = Readonly<{
  matter: UncoveredMatter
  ways: readonly (readonly AnyOf[])[]
  except: readonly AnyOf[]
}>

/** Taken apart once: a check of the whole knowledge reads tens of thousands of texts for them. */
const takenApart = new WeakMap<readonly UncoveredMatter[], readonly Taken[]>()

/** The first matter that the message is about, or null. */
export function uncoveredIn(
  message: string,
  matters: readonly UncoveredMatter[],
): UncoveredMatter | null {
  const said = message.toLowerCase()
  const letters = HAN.test(said) ? said.length : said.length / ENGLISH_LONGER
  if (letters > MESSAGE_MAX) return null
  const bare = said.replace(NO_WORD, '')
  const holds = (words: AnyOf) =>
    words.some((word) => (word.startsWith(ALONE) ? bare === word.slice(1) : said.includes(word)))
  const found = apart(matters).find(
    ({ matter: { upTo }, ways, except }) =>
      (upTo === null || letters <= upTo) &&
      ways.some((way) => way.every(holds)) &&
      !except.some(holds),
  )
  return found?.matter ?? null
}

function apart(matters: readonly UncoveredMatter[]): readonly Taken[] {
  const known = takenApart.get(matters)
  if (known !== undefined) return known
  const taken = matters.map((matter) => ({
    matter,
    ways: matter.says.map((way) => way.split(' ').map(anyOf)),
    except: matter.except.map(anyOf),
  }))
  takenApart.set(matters, taken)
  return taken
}

const anyOf = (words: string): AnyOf => words.split('|')
