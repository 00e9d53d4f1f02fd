// The number of a ticket that people read, write down and quote: ZSQS-YYYYMMDD-NNNN.

/** @param date local date `YYYY-MM-DD`; @param sequence running number of that day, from 1 */
export function ticketNumber(date: string, sequence: number): string {
  return `ZSQS-${date.replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`
}

/** The first ticket number in a text, however it was typed; null when there is none. */
export function findTicketNumber(text: string): string | null {
  const match = /zsqs\s*[-—–－_]?\s*(\d{8})\s*[-—–－_]?\s*(\d{4,6})(?!\d)/iu.exec(
    text.normalize('NFKC'),
  )
  return match ? `ZSQS-${match[1]}-${match[2]}` : null
}
