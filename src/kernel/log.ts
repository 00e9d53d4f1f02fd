import type { LoggedCause } from './cause.ts'

/** What is told beside the text. A failure is told as `causeForLog(error)`; its message does not fit. */
export type LogFields = Readonly<
  Record<string, unknown> & { error?: LoggedCause | readonly LoggedCause[] }
>

/** A structured log. Never given message texts, names, numbers or secrets. */
export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (fields: LogFields, text: string) => void>
>
