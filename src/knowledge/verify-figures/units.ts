// The units and counters that follow numbers in the record, each with its one name. A unit of time
// is the law's own: 日 is never 工作日, and a natural day is neither.

const NAMES: Readonly<Record<string, readonly string[]>> = {
  工作日: ['工作日', '工作天'],
  自然日: ['自然日', '日历日', '日历天', '自然天'],
  日: ['日', '天'],
  周: ['周', '星期', '礼拜'],
  年: ['年', '周年', '年度'],
  季度: ['季度'],
  小时: ['小时', '钟头'],
  分钟: ['分钟'],
  秒: ['秒', '秒钟'],
  元: ['元', '元整', '块', '块钱', '圆'],
  美元: ['美元', '美金'],
  '%': ['%'],
  '‰': ['‰'],
  百分点: ['百分点'],
  // People and things are counted with what comes to hand.
  个: ['个', '名', '人', '位'],
  家: ['家', '户'],
  周岁: ['周岁', '岁'],
  平方米: ['平方米', '平米', '平方', '㎡'],
  公里: ['公里', '千米'],
  公斤: ['公斤', '千克'],
}
const ALONE = `
  千瓦时 千瓦 千伏安 千伏 千乏 千赫 兆瓦 兆赫 马力 平方公里 立方米 公顷 亩 米 厘米 毫米 海里
  总吨 载重吨 吨 克 升 人次 人天 批次 标段 日元 欧元 角 分 倍 成 折
  份 式 次 批 件 项 种 类 级 款 条 章 节 号 期 届 步 点 时
  套 台 辆 艘 条船 张 页 寸 层 栋 幢 间 床 座 门 路 笔 宗 处 所 方 轮 档 等 星 代 部 本 枚 只 支
  班 集 度 阶段 环节`
  .trim()
  .split(/\s+/u)

const UNITS = new Map([
  ...Object.entries(NAMES).flatMap(([name, forms]) => forms.map((form) => [form, name] as const)),
  ...ALONE.map((unit) => [unit, unit] as const),
])
const LONGEST = Math.max(...[...UNITS.keys()].map((unit) => unit.length))

/** The unit that begins `text`, with a leading 个; the empty name when there is none. */
export function unitAt(text: string): Readonly<{ name: string; length: number }> {
  if (/^个(?:半)?月/u.test(text)) return { name: '个月', length: text[1] === '半' ? 3 : 2 }
  if (/^月/u.test(text)) return { name: '月', length: /^月份/u.test(text) ? 2 : 1 }
  const counter = /^个/u.test(text) ? 1 : 0
  for (let length = LONGEST; length > 0; length--) {
    const name = UNITS.get(text.slice(counter, counter + length))
    if (name !== undefined) return { name, length: counter + length }
  }
  return counter === 1 ? { name: '个', length: 1 } : { name: '', length: 0 }
}
