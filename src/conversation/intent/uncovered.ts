// A matter that no item covers: said so, whatever look-alike was found and however surely.

import { type UncoveredMatter, uncoveredIn } from '../../knowledge/uncovered.ts'
import type { Intent } from '../../retrieval/acts/intent.ts'
import { OTHER_PLACE } from '../../retrieval/acts/other-matters.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { Decision } from '../decision.ts'
import type { Called } from './bare-name.ts'
import { attempts } from './improper.ts'
import { redirectReason, ticketReason } from './intent.ts'

type Heard = Readonly<{
  normalized: string
  retrieved: Retrieved
  intent: Intent
  /** How the message calls one of the items that were found. */
  called: Called | null
}>

/**
 * A row's words may stand in a question about an item: found this surely, the item is meant, unless the
 * question is taken for one that no item covers.
 */
const SURE_MIN = 0.85

/**
 * The honest word about it, or null where the message is about something else or does more. The
 * item that comes nearest is not the one in hand afterwards.
 */
export function uncoveredMatter(
  { normalized, retrieved, intent, called }: Heard,
  matters: readonly UncoveredMatter[],
): Decision | null {
  if (!onlyAsks(intent, normalized, retrieved)) return null
  const matter = uncoveredIn(normalized, matters)
  if (matter === null) return null
  const isSure = intent !== 'ticket' && retrieved.confidence >= SURE_MIN
  const isOfItem = called === 'by_name' || isSure
  if (matter.unlessSure && isOfItem) return null
  return { kind: 'ticket', reason: 'not_covered', code: null, matter: matter.key }
}

/** Danger, a case of one's own, a complaint and another place's matter are met as what they are. */
function onlyAsks(intent: Intent, normalized: string, retrieved: Retrieved): boolean {
  switch (intent) {
    case 'question':
    case 'broad':
    case 'smalltalk':
      return true
    case 'ticket':
      return MAY_ASK.has(ticketReason(normalized, retrieved))
    case 'redirect':
      // A trade or a due alone sounds like a private matter, or like another place's.
      return redirectReason(retrieved) === 'personal_matter' || !OTHER_PLACE.test(normalized)
    case 'refuse':
      return !attempts(actsIn(normalized))
    case 'emergency':
    case 'status':
      return false
  }
}

/** Whoever has something co-ordinated is told who may know as well, and gets the same form. */
const MAY_ASK: ReadonlySet<string> = new Set(['not_covered', 'coordination'])
