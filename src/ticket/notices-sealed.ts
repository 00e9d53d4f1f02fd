// What of a notice about a sealed report others than its handler may read: that something was said
// and what is to be done, but nothing that anybody wrote about the matter.
import type { Notice } from './notice.ts'
import { SEALED_TEXT } from './sealed.ts'

/**
 * The notice without what the reporter, the handler or another platform wrote. A task for a
 * co-handler and a draft for a reviewer stay: the handler gave them to that very person.
 */
export function withoutWords(notice: Notice): Notice {
  switch (notice.kind) {
    case 'needs_dispatch':
      return notice.why === 'reopened' ? { ...notice, reasons: [SEALED_TEXT] } : notice
    case 'supplemented':
      return { ...notice, text: SEALED_TEXT, attachments: [] }
    case 'reopened':
    case 'objection':
    case 'extension_asked':
      return { ...notice, reason: SEALED_TEXT }
    case 'returned':
    case 'dispute_opened':
      return { ...notice, basis: SEALED_TEXT }
    case 'rated':
      return { ...notice, rating: { ...notice.rating, comment: SEALED_TEXT } }
    case 'urged':
    case 'external_news':
      return { ...notice, text: SEALED_TEXT }
    default:
      return notice
  }
}
