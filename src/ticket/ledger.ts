// The ledger as a hash chain: each entry is sealed with the one before, so that a changed, missing or
// moved entry shows. What was said is in the chain only by its digest: when personal data must be
// deleted after its time, the words go and the chain still holds.
import { canonical } from '../kernel/canonical.ts'
import type { Activity } from './activity.ts'

/** Digest of a text, lower-case hexadecimal (SHA-256 in production). */
export type Hash = (text: string) => string

/** The end of a ledger, to which the next activity is chained. */
export type LedgerEnd = Readonly<{ seq: number; hash: string }>

/** `act` is null once its words have been deleted at the end of their retention. */
export type SealedActivity = Omit<Activity, 'act'> &
  Readonly<{ act: Activity['act'] | null; actDigest: string; hash: string }>

/**
 * The first fault is at `seq`. Of a whole ledger: how many entries, how many without their words, and
 * the hash of the last.
 */
export type LedgerVerdict =
  | Readonly<{ ok: true; entries: number; deleted: number; hash: string }>
  | Readonly<{ ok: false; seq: number; fault: 'missing_entry' | 'altered_act' | 'altered_entry' }>

/** What the first entry is chained to. */
export const LEDGER_START: LedgerEnd = { seq: 0, hash: '' }

/**
 * Gives the activity the next `seq` after `end`. To be done under the ticket's lock: two activities
 * sealed after the same end break the chain.
 */
export function seal(
  activity: Omit<Activity, 'seq'>,
  end: LedgerEnd,
  hash: Hash,
): SealedActivity & Activity {
  const entry = { ...activity, seq: end.seq + 1, actDigest: hash(canonical(activity.act)) }
  return { ...entry, hash: linkHash(entry, end.hash, hash) }
}

/** Checks a whole ledger, in the order of `seq`. */
export function verifyLedger(entries: readonly SealedActivity[], hash: Hash): LedgerVerdict {
  let end = LEDGER_START
  for (const entry of entries) {
    const faulty = (fault: Extract<LedgerVerdict, { ok: false }>['fault']): LedgerVerdict => ({
      ok: false,
      seq: end.seq + 1,
      fault,
    })
    if (entry.seq !== end.seq + 1) return faulty('missing_entry')
    if (entry.act !== null && hash(canonical(entry.act)) !== entry.actDigest) {
      return faulty('altered_act')
    }
    if (linkHash(entry, end.hash, hash) !== entry.hash) return faulty('altered_entry')
    end = { seq: entry.seq, hash: entry.hash }
  }
  const deleted = entries.filter((entry) => entry.act === null).length
  return { ok: true, entries: entries.length, deleted, hash: end.hash }
}

type Entry = Omit<SealedActivity, 'act' | 'hash'>

function linkHash(entry: Entry, previous: string, hash: Hash): string {
  const { ticketId, seq, at, actor, from, to, timely, actDigest } = entry
  return hash(canonical([previous, ticketId, seq, at, actor, from, to, timely, actDigest]))
}
