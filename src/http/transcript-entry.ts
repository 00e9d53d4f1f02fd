import type { Message } from '../kernel/message.ts'

/** One line of a conversation, as the web chat shows it. */
export type TranscriptEntry = Readonly<
  { id: string; at: string; cursor: string } & (
    | { from: 'requester'; text: string }
    | { from: 'product'; message: Message }
  )
>

/** What an open page is told: that there is something new, or the beginning of what is being written. */
export type ChatNews = Readonly<{ kind: 'news' } | { kind: 'draft'; text: string }>
