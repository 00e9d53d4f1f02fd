// What handling an incoming event needs, and what it comes to.
import type { Clock, NewId } from '../kernel/clock.ts'
import type { AnswerQuestion, ConversationStore, Reply, TurnStores } from './ports.ts'
import type { FormOption } from './ticket-form.ts'

export type HandleDeps = Readonly<{
  /** Outside any transaction. */
  conversations: ConversationStore
  ownTickets: TurnStores['tickets']['list']
  recentQuestions: TurnStores['turns']['recent']
  answer: AnswerQuestion
  /** The same by our own means alone, for what is said to a person and only watched for danger. */
  answerWithoutModel: AnswerQuestion
  districts: () => readonly FormOption[]
  newId: NewId
  now: Clock
}>

/** Writes what was prepared; what it returns is told to whoever clicked. */
export type Commit = (stores: TurnStores) => Promise<Reply | null>
