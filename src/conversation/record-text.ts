// All that an item's record says, as one text to find words in.
import type { ServiceItem } from '../knowledge/service-item.ts'

export const recordText = (item: ServiceItem): string =>
  [
    ...item.aliases,
    item.summary,
    ...item.applicants,
    ...item.conditions.map(({ text }) => text),
    ...item.materials.map(({ name }) => name),
    ...item.steps.map(({ title, text }) => `${title}：${text}`),
    ...item.faq.map(({ q, a }) => `${q}${a}`),
    item.result ?? '',
  ].join('\n')
