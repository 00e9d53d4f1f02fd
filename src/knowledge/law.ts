// A law or other published rule that items cite, and since when it is in force.
export type Law = Readonly<{
  /** The full title without 书名号. */
  title: string
  /** Local dates; `from` is null when it was in force before the catalogue was drawn up. */
  inForceFrom: string | null
  /** The last day in force, or null while no end is known. */
  inForceTo: string | null
  /** `custom`: no law but public practice; `local`: policy papers that the centre keeps up to date. */
  kind: 'law' | 'local' | 'custom'
}>

/** Whether the law is in force on a local date `YYYY-MM-DD`. */
export const isInForce = (law: Law, day: string): boolean =>
  (law.inForceFrom === null || law.inForceFrom <= day) &&
  (law.inForceTo === null || day <= law.inForceTo)

/** Titles are cited with and without the country's name, and with either kind of brackets. */
export const lawKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/^中华人民共和国/u, '')
    .replace(/[《》〈〉<>"“”'‘’\s]/gu, '')
