// What handling an incoming event needs, and what it comes to.
import type { Clock } from '../../kernel/clock.ts'
import type { TurnId } from '../../kernel/ids.ts'
import type { Address, Incoming } from '../../kernel/incoming.ts'
import type { ShowDraft } from '../answer-ports.ts'
import type { FormWords } from '../compose/ticket-channels.ts'
import type { Conversation } from '../conversation.ts'
import type { TicketReason } from '../decision.ts'
import type { NameOf } from '../dialogue/told-before.ts'
import type {
  AnswerQuestion,
  ConversationStore,
  Reply,
  RequesterTickets,
  TurnStores,
} from '../ports.ts'
import type { FormOption } from './ticket-form.ts'

/** Where a person sees an answer grow. Neither function waits or throws: it may be lost, never late. */
type LiveAnswer = Readonly<{
  show: ShowDraft
  /** The answer is there, or will not come: nothing more is begun. */
  end: () => void
}>

/** Null where nothing can be shown. */
export type OpenLive = (turnId: TurnId, address: Address) => LiveAnswer | null

/** What can be asked about, as it is published. */
export type Catalogue = Readonly<{
  sections: readonly Readonly<{ name: string }>[]
  items: readonly unknown[]
}>

export type HandleDeps = Readonly<{
  /** Outside any transaction. */
  conversations: ConversationStore
  /** Outside any transaction as well: what is said is judged by how far they have come. */
  ownTickets: RequesterTickets['list']
  answer: AnswerQuestion
  /** The same by our own means alone, for what is said to a person and only watched for danger. */
  answerWithoutModel: AnswerQuestion
  districts: () => readonly FormOption[]
  catalogue: () => Catalogue
  nameOf: NameOf
  /** The same whenever an event is handled, so that what a lost worker began is taken up again. */
  turnIdOf: (event: Incoming) => TurnId
  /** Null without a model: then there is nothing to wait for. */
  openLive: OpenLive | null
  formWords: (reason: TicketReason) => FormWords
  now: Clock
}>

/** An event that is being handled, in its conversation. */
export type Handling = Readonly<{
  deps: HandleDeps
  event: Incoming
  conversation: Conversation
}>

/** Writes what was prepared; what it returns is told to whoever clicked. */
export type Commit = (stores: TurnStores) => Promise<Reply | null>
