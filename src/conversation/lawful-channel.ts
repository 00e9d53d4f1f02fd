// Which hotline stands for which matter. Numbers come from `hotlines.yaml` alone; here are keys.
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'

const CHANNELS: readonly Readonly<{ key: string; pattern: RegExp }>[] = [
  {
    key: 'consumer',
    pattern: /买|商家|退货|退款|假货|消费|网购|质量|过期(?:食品|商品)|卖家|店家/u,
  },
  { key: 'tax', pattern: /个税|税|发票/u },
  { key: 'labour', pattern: /工资|社保|养老|退休|失业|工伤|劳动|医保|认证|生育/u },
  { key: 'immigration', pattern: /护照|签证|港澳|出入境|通行证|签注|边检/u },
  { key: 'legal_aid', pattern: /离婚|遗产|律师|官司|起诉|法律|抚养|借条|欠条/u },
  { key: 'police', pattern: /被骗|诈骗|偷|打人|家暴/u },
]

/** Keys of the hotlines to name for a matter that is not ours; 12345 is always among them. */
export function hotlinesFor(normalized: string, base: KnowledgeBase): readonly string[] {
  const fitting = CHANNELS.filter(({ pattern }) => pattern.test(normalized)).map(({ key }) => key)
  const known = new Set(base.hotlines.map((hotline) => hotline.key))
  return [...fitting.slice(0, 1), 'citizen'].filter((key) => known.has(key))
}
