// Which hotline stands for which matter. Numbers come from `hotlines.yaml` alone; here are keys.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { anyOf } from '../../retrieval/patterns.ts'

// The first row that fits is named: who was robbed or hurt calls the police, whatever was bought.
const CHANNELS: readonly Readonly<{ key: string; pattern: RegExp }>[] = [
  {
    key: 'police',
    pattern: anyOf(
      // Cheated, robbed.
      /[被给].{0,8}骗|骗(?:了|走|光|钱)|诈骗|偷(?!税|偷)|失窃|盗(?:号|刷|用|窃)|冒用/u,
      // Hurt, threatened. 「打我电话」 is neither.
      /打(?:了)?(?:我(?!的?(?:电话|手机))|人|伤)|被打|家暴|抢(?:劫|走)|敲诈|勒索|跟踪|威胁/u,
    ),
  },
  {
    key: 'consumer',
    pattern: anyOf(
      /商家|卖家|店家|退货|退款|不(?:给|肯)?退(?!休)|假货|网购|消费(?:者|纠纷|投诉)|预付卡|宰客|缺斤/u,
      /买(?:了|的|到|来).{0,16}(?:坏|假|碎|烂|裂|过期|开胶|质量|不发货|不对)/u,
      /质量(?:差|问题)|过期(?:食品|商品)/u,
    ),
  },
  { key: 'customs', pattern: /关税|税则|报关|海关|通关|检验检疫|进口.{0,6}税/u },
  { key: 'tax', pattern: /个税|税|发票/u },
  {
    key: 'labour',
    pattern:
      /工资|社保|养老|退休|失业|工伤|劳动|医保|生育|加班|辞退|开除|告[^,，。]{0,3}(?:老板|公司|单位)/u,
  },
  { key: 'immigration', pattern: /护照|签证|港澳|出入境|通行证|签注|边检/u },
  { key: 'legal_aid', pattern: /离婚|遗产|律师|官司|起诉|法律|抚养|借条|欠条/u },
]

/** Keys of the hotlines to name for a matter that is not ours; 12345 is always among them. */
export function hotlinesFor(normalized: string, base: KnowledgeBase): readonly string[] {
  const fitting = CHANNELS.filter(({ pattern }) => pattern.test(normalized)).map(({ key }) => key)
  const known = new Set(base.hotlines.map((hotline) => hotline.key))
  return [...fitting.slice(0, 1), 'citizen'].filter((key) => known.has(key))
}
