// What decides before anything is looked up: a table of guards, the first that fits counts. Danger
// outweighs each of them. With a word of refusal in it only those are tried that tell that it is none
// (not-refused.ts): else the whole message is read, and danger, attack and wish are weighed.
import { folded } from '../../kernel/folded.ts'
import { isUpset, withoutAnger } from '../../retrieval/acts/anger.ts'
import { isBackAgain } from '../../retrieval/acts/back-again.ts'
import { asksAboutCentre } from '../../retrieval/acts/centre.ts'
import { beyondCounter, needsCounter } from '../../retrieval/acts/counter.ts'
import { cryIn, dangerIn } from '../../retrieval/acts/danger.ts'
import { wantsToFile } from '../../retrieval/acts/filing.ts'
import { isGrumbling } from '../../retrieval/acts/grumbling.ts'
import { asksHowSoon } from '../../retrieval/acts/how-soon.ts'
import { asksPhone } from '../../retrieval/acts/office-phone.ts'
import { asksOfficePlace } from '../../retrieval/acts/office-place.ts'
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import { beyondDenial, deniesPerson, wantsPerson } from '../../retrieval/acts/person.ts'
import { isPraise } from '../../retrieval/acts/praise.ts'
import { isPressed } from '../../retrieval/acts/pressed.ts'
import { refusalIn } from '../../retrieval/acts/refusals.ts'
import { smalltalkIn } from '../../retrieval/acts/smalltalk.ts'
import { tipsOffOther } from '../../retrieval/acts/tip-off.ts'
import { isOtherOffices } from '../../retrieval/acts/under-way-elsewhere.ts'
import { beyondUnhelped, isUnhelped } from '../../retrieval/acts/unhelped.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { wantsLanguage } from '../../retrieval/language-wish.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { isEnglish } from '../compose/english.ts'
import type { Decision } from '../decision.ts'
import { deniedGuess, onlyDenies } from '../dialogue/denied-guess.ts'
import type { Rule } from '../outcome.ts'
import { emergencyFor } from './emergency.ts'
import { always, type Guard, isOfTicket, saysLittle, ticketFor, type Utterance } from './guard.ts'
import { NOT_REFUSED } from './not-refused.ts'
import { ofTicketOffered } from './ticket-goes-on.ts'

/** A longer message says more than that, and is understood as a whole. */
const SMALLTALK_MAX = 24
/** Of letters, as many more say the same. */
const SMALLTALK_MAX_ENGLISH = 40
const PERSON_MAX = 40
const UNHELPED_MAX = 24
const CENTRE_MAX = 40
const GRUMBLE_MAX = 40
const TIP_OFF_MAX = 80
/** From so many characters of its own on, a message says more than that somebody is discontent. */
const MATTER_MIN = 5
/** Where it asks for something, fewer do. */
const ASKED_MIN = 3

const NUMBER = /^[\p{P}\p{S}\s\d]+$/u

const isInDanger = (normalized: string) => dangerIn(normalized) !== null

const tellsMatter = (text: string) => ownSubject(text) >= (isCued(text) ? ASKED_MIN : MATTER_MIN)

/** 「我不要人工」: then the question is still to come. */
const isOnlyDenial = (normalized: string) =>
  deniesPerson(normalized) && ownSubject(beyondDenial(normalized)) < ASKED_MIN

/** 「我不是要查进度」: that much is known, and not what is wanted instead. */
const ASKS_AFTER = /查|问|看/u

/** Said at the end, it is no longer in the words of a matter. */
const takesLeave = (text: string) =>
  text.length <= SMALLTALK_MAX && smalltalkIn(folded(text)) === 'farewell'

const opener: Decision = { kind: 'smalltalk', reason: 'opener' }

const GUARDS: readonly Guard[] = [
  {
    rule: 'alarm',
    // As it was sent: cleaning takes the signs away.
    decide: ({ raw }) => {
      const cry = folded(raw)
      return cryIn(cry) === null ? null : emergencyFor(cry)
    },
  },
  {
    rule: 'smalltalk',
    decide: ({ normalized, text }) => {
      const most = isEnglish(normalized) ? SMALLTALK_MAX_ENGLISH : SMALLTALK_MAX
      const chat = normalized.length <= most ? smalltalkIn(normalized) : null
      if (chat !== null) return { kind: 'smalltalk', reason: chat }
      if (takesLeave(text)) return { kind: 'smalltalk', reason: 'farewell' }
      return saysLittle(normalized) && isOnlyDenial(normalized) ? opener : null
    },
  },
  always('smalltalk', { kind: 'smalltalk', reason: 'chat' }, ({ normalized }) =>
    isBackAgain(normalized),
  ),
  {
    rule: 'denied_guess',
    decide: ({ normalized, decided = null }) => {
      const guess = deniedGuess(normalized, decided)
      if (guess === null || !onlyDenies(guess)) return null
      const isFiling = guess.denied === 'status' && !ASKS_AFTER.test(normalized)
      return isFiling ? ticketFor('asked_for') : opener
    },
  },
  always(
    'other_office',
    ticketFor('other_office'),
    ({ normalized }) => saysLittle(normalized) && isOtherOffices(normalized),
  ),
  {
    rule: 'ticket_number',
    decide: ({ normalized, text }) => {
      const own = ownTicketIn(normalized)
      if (own === null || own.number === null) return null
      const { act, number } = own
      return { kind: 'status', reason: 'number_named', act, ticketNumber: number, text }
    },
  },
  always(
    'how_soon',
    ticketFor('how_soon'),
    (heard) => saysLittle(heard.normalized) && asksHowSoon(heard.normalized, isOfTicket(heard)),
  ),
  always(
    'own_ticket',
    ticketFor('fill_in'),
    (heard) =>
      isOfTicket(heard) && saysLittle(heard.normalized) && ofTicketOffered(heard.normalized),
  ),
  {
    rule: 'tip_off',
    decide: ({ normalized }) =>
      normalized.length <= TIP_OFF_MAX && tipsOffOther(normalized)
        ? // Anger makes it urgent; it stays a report.
          {
            kind: 'ticket',
            reason: 'tip_off',
            code: null,
            ...(isUpset(normalized) && { atOnce: true }),
          }
        : null,
  },
  always(
    'filing',
    ticketFor('asked_for'),
    ({ normalized, tickets }) =>
      saysLittle(normalized) &&
      // Beside a ticket of one's own it is praise of how that was handled.
      (wantsToFile(normalized) || (tickets.size === 0 && isPraise(normalized))),
  ),
  always(
    'person',
    ticketFor('person_wanted'),
    ({ normalized, before = null }) =>
      (normalized.length <= PERSON_MAX && wantsPerson(normalized)) ||
      // In the middle of a matter it may be its office's.
      (before === null && asksPhone(normalized)),
  ),
  always(
    'anger',
    ticketFor('upset'),
    ({ normalized }) =>
      normalized.length <= PERSON_MAX &&
      isUpset(normalized) &&
      !tellsMatter(withoutAnger(normalized)),
  ),
  always(
    'unhelped',
    ticketFor('below_threshold'),
    ({ normalized }) =>
      normalized.length <= UNHELPED_MAX &&
      isUnhelped(normalized) &&
      ownSubject(beyondUnhelped(normalized)) < ASKED_MIN,
  ),
  always(
    'centre',
    { kind: 'smalltalk', reason: 'centre' },
    ({ normalized }) =>
      normalized.length <= CENTRE_MAX &&
      (asksAboutCentre(normalized) || asksOfficePlace(normalized)),
  ),
  always(
    'language',
    { kind: 'smalltalk', reason: 'language' },
    ({ normalized }) => saysLittle(normalized) && wantsLanguage(normalized),
  ),
  always(
    'pressed',
    ticketFor('coordination'),
    ({ normalized }) =>
      saysLittle(normalized) && ownTicketIn(normalized) === null && isPressed(normalized),
  ),
  always(
    'grumbling',
    ticketFor('complaint'),
    ({ normalized }) => normalized.length <= GRUMBLE_MAX && isGrumbling(normalized),
  ),
  always(
    'counter',
    { kind: 'smalltalk', reason: 'counter' },
    ({ normalized }) =>
      saysLittle(normalized) && needsCounter(normalized) && !tellsMatter(beyondCounter(normalized)),
  ),
  // No option's and nobody's to call: it is not nothing, but does not say what for.
  always('number', opener, ({ normalized }) => NUMBER.test(normalized)),
]

type Guarded = Readonly<{ rule: Rule; decision: Decision }>

/** What the message plainly is, and by which guard; null when it has to be understood first. */
export function guarded(heard: Utterance): Guarded | null {
  const isRefused = refusalIn(heard.normalized) !== null
  return firstOf(NOT_REFUSED, heard) ?? (isRefused ? null : firstOf(GUARDS, heard))
}

function firstOf(guards: readonly Guard[], heard: Utterance): Guarded | null {
  for (const { rule, decide } of guards) {
    const decision = decide(heard)
    if (decision === null) continue
    return decision.kind !== 'emergency' && isInDanger(heard.normalized)
      ? { rule: 'danger', decision: emergencyFor(heard.normalized) }
      : { rule, decision }
  }
  return null
}
