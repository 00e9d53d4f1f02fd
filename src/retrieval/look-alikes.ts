// Characters that the eye mistakes for one another: in a scan, written by hand on glass, typed by strokes.
// What sounds alike is told by its syllable.
const GROUPS = `
  己已巳 人入八 土士工二 未末 日曰目 申甲由田电 干千于 大太犬 天夫 王玉主 住注柱往信 营菅宫
  销消悄梢硝 证征正让 执势热 照昭 检捡脸险验签 税说悦 备各务 案桉安 变恋亦 更便史 许计 登凳橙 记纪
  设没役 册删 请清情晴 贷货贸 补朴扑 贴帖 材村林 料科 收牧攻 费弗 船般舰 舶帕泊 港巷 岸崖 防妨访
  环坏怀 评坪 污圬 养羊 殖植值 渔鱼鲁 业亚 社杜 保堡 伤份 认从 定宅 员负 企仓 局居 公分 司同
  办为力 理埋 要耍 用甩 水永 海每悔 外处 资次咨 合会令 专寺 利刹 商滴 标杯 质盾 权杈 押抻抽
  地他 建健键 项顶 规现 划刘 施拖 竣俊峻 排徘 放故 团固 危厄 食良 药约 疗辽 器嚣 械戒 师帅
  学字 技枝 术木 析折拆 成戍 果呆 转砖传 化代 拨拔 裁栽 准淮 复夏 域城 级圾 限根 期斯 续读
  继断 厂广 量童 审宙 批比 延廷 换涣 领颌 取最 交文 报服 免兔 助肋 奖浆桨 金全 担但坦 融隔
  赔培陪 偿尝 招拓 聘骋 劳芳 仲仰 职织 著着 诉诊 讼松 律津 失矢 遗遣 提堤 编偏 输榆 辆俩 驶驭
  机饥 构沟购 场汤 园圆 区匹 县具 市布 省看 村材 镇填 街衔 号另 牌碑 章草 印卯 股般 东车 股肢
  法洗 监盐 管营 酒洒 茶荼 烟姻 爆曝 油抽 气汽 燃然 供洪 网冈 站沾`
  .trim()
  .split(/\s+/u)
  .map((group) => [...group])

const ALIKE = new Map<string, Set<string>>()
for (const group of GROUPS) {
  for (const one of group) {
    const alike = ALIKE.get(one) ?? new Set()
    for (const other of group) if (other !== one) alike.add(other)
    ALIKE.set(one, alike)
  }
}

const NONE: ReadonlySet<string> = new Set()

/** What the character may have been meant for. */
export const lookAlikes = (sign: string): ReadonlySet<string> => ALIKE.get(sign) ?? NONE
