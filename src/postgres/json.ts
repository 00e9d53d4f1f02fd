// Values on their way into a jsonb column. JavaScript strings may hold what no jsonb can: the NUL
// character and halves of surrogate pairs, typed on purpose or left where a text was cut. They would
// fail the whole statement, and with it everything else in it.

const UNSTORABLE = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/gi

/** The JSON of `value`, with a replacement character in place of what cannot be stored. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value)
  // An escaped backslash is passed over, so that a typed `\u0000` stays what it is.
  return json.replace(UNSTORABLE, (found) => (found === '\\\\' ? found : '\ufffd'))
}
