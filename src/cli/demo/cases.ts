// Matters of plainly fictitious enterprises, for trying the product and showing it.
import type { TicketKind, Urgency } from '../../ticket/kinds.ts'

export type DemoCase = Readonly<{
  kind: TicketKind
  urgency: Urgency
  code: string | null
  title: string
  description: string
  answer: string
}>

export const ENTERPRISES = [
  '示例贸易有限公司',
  '示例船舶修造有限公司',
  '示例远洋渔业有限公司',
  '示例油品贸易有限公司',
  '示例螺杆机械有限公司',
  '示例水产加工有限公司',
  '示例物流有限公司',
  '示例建筑工程有限公司',
  '示例餐饮管理有限公司',
  '示例新材料有限公司',
] as const

export const DISTRICTS = ['city', 'dinghai', 'putuo', 'daishan', 'shengsi', 'liuheng'] as const

const help = { kind: 'help', urgency: 'normal' } as const

export const CASES: readonly DemoCase[] = [
  {
    ...help,
    code: 'QYKB-002',
    title: '公司设立登记名称多次被驳回',
    description: '示例：名称自主申报三次都提示近似，请帮忙看看怎样改才能通过。',
    answer: '已协助核对名称库并重新申报，登记机关已核准，营业执照已领取。',
  },
  {
    ...help,
    code: 'XMJS-030',
    title: '施工许可申请缺消防设计审查意见',
    description: '示例：申请建筑工程施工许可，窗口说缺消防设计审查意见，不清楚先办哪个。',
    answer: '已说明办理顺序并协调同步受理，施工许可证已核发。',
  },
  {
    ...help,
    code: 'GGSS-002',
    title: '厂房用电增容办理进度',
    description: '示例：厂房申请高压增容，外线施工要占道，想请帮忙对接道路开挖手续。',
    answer: '已对接供电和占道审批，外线施工完成并送电。',
  },
  {
    kind: 'consultation',
    urgency: 'normal',
    code: 'KFFW-001',
    title: '首次进出口要先办什么',
    description: '示例：新公司准备出口水产品，想知道第一次报关之前要办哪些手续。',
    answer: '已书面告知进出口货物收发货人备案及后续步骤。',
  },
  {
    kind: 'complaint',
    urgency: 'normal',
    code: null,
    title: '窗口要求重复提交材料',
    description: '示例：同一份租赁合同在两个窗口各交了一次复印件，希望减少重复提交。',
    answer: '经核实属实，已要求窗口内部共享材料，并向企业说明。',
  },
  {
    kind: 'suggestion',
    urgency: 'normal',
    code: null,
    title: '建议增加海岛帮办点',
    description: '示例：岛上企业办事来回坐船一天，建议在码头附近设帮办代办点。',
    answer: '已采纳，列入下季度帮办代办点调整计划。',
  },
  {
    kind: 'help',
    urgency: 'urgent',
    code: null,
    title: '冷库断电，水产品可能变质',
    description: '示例：冷库线路故障停电，库存水产品可能变质，请尽快协调抢修。',
    answer: '已协调抢修队伍到场，当日恢复供电。',
  },
  {
    ...help,
    code: 'FLFW-016',
    title: '信用修复材料准备',
    description: '示例：行政处罚已履行完毕，想申请信用修复，材料清单看不明白。',
    answer: '已逐项说明材料并协助提交，修复申请已受理。',
  },
  {
    ...help,
    code: null,
    title: '港区道路破损影响运输',
    description: '示例：港区支路坑洼，集装箱车辆通行困难，请协调养护单位修补。',
    answer: '养护单位已完成修补，现场验收合格。',
  },
  {
    kind: 'consultation',
    urgency: 'normal',
    code: 'RCFW-032',
    title: '外地员工落户需要什么',
    description: '示例：公司引进的技术人员想落户，请告知条件和办理渠道。',
    answer: '已书面告知条件、材料和渠道。',
  },
]
