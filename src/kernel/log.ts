/** A structured log. Never given message texts, names, numbers or secrets. */
export type Log = Readonly<
  Record<
    'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, unknown>>, text: string) => void
  >
>
