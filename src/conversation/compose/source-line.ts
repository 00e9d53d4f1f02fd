// Where an answer comes from, and what its standing is.
import type { ServiceItem } from '../../knowledge/service-item.ts'

/** `version` is the knowledge version as shown to people. A record that nobody has verified says so. */
export function sourceLine(item: ServiceItem, version: string): string {
  const standing =
    item.status === 'verified'
      ? `已核定${item.verifiedAt === null ? '' : `（${item.verifiedAt}）`}`
      : '示范内容，待中心核定'
  return [
    `来源：涉企服务事项库 ${item.code}`,
    `版本 ${version}`,
    `${item.effectiveFrom} 起适用`,
    standing,
  ].join(' · ')
}
