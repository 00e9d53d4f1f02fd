// Names of people, for tickets and greetings. A name is a courtesy: whatever goes wrong here, the
// answer is sent without it.
import type { LarkApi } from './client.ts'

const KNOWN_MS = 6 * 60 * 60 * 1000
const UNKNOWN_MS = 5 * 60 * 1000
const PEOPLE_MAX = 10_000

type Entry = Readonly<{ name: Promise<string | null>; untilMs: number }>

/** Makes the look-up by open_id: a name, or null when Lark does not tell. It never rejects. */
export function createContactNames(
  deps: Readonly<{ api: Pick<LarkApi, 'userName'>; nowMs: () => number }>,
): (openId: string) => Promise<string | null> {
  const known = new Map<string, Entry>()

  function lookUp(openId: string): Promise<string | null> {
    const name = deps.api.userName(openId).catch(() => null)
    remember(openId, { name, untilMs: deps.nowMs() + KNOWN_MS })
    void name.then((value) => {
      if (value === null) remember(openId, { name, untilMs: deps.nowMs() + UNKNOWN_MS })
    })
    return name
  }

  function remember(openId: string, entry: Entry): void {
    known.delete(openId)
    known.set(openId, entry)
    if (known.size <= PEOPLE_MAX) return
    const oldest = known.keys().next()
    if (!oldest.done) known.delete(oldest.value)
  }

  return (openId) => {
    const entry = known.get(openId)
    return entry !== undefined && entry.untilMs > deps.nowMs() ? entry.name : lookUp(openId)
  }
}
