import type { Chunk } from '../../src/knowledge/record-chunk.ts'

const of = '公司设立登记'
const unsourced = (text: string) => ({ text, source: null })

/** The record of one item, as its author is given it: what each sentence may be drawn from. */
export const RECORD: readonly Chunk[] = [
  {
    of,
    field: 'overview',
    label: '事项简介',
    lines: [
      unsourced('公司设立登记(QYKB-002、行政许可)'),
      unsourced(
        '股东或者发起人设立有限责任公司、股份有限公司，向市场监管部门申请设立登记，领取营业执照，取得法人资格。',
      ),
    ],
  },
  {
    of,
    field: 'conditions',
    label: '办理条件',
    lines: [
      { text: '有限责任公司由1个以上50个以下股东出资设立', source: '《公司法》第四十二条' },
      {
        text: '有限责任公司全体股东认缴的出资额，按照章程规定自公司成立之日起5年内缴足',
        source: '《公司法》第四十七条',
      },
      {
        text: '有符合规定的名称、章程、组织机构和住所；不得以劳务、信用、商誉、特许经营权等作价出资',
        source: '《市场主体登记管理条例》第八条、第十三条',
      },
    ],
  },
  {
    of,
    field: 'time_limit',
    label: '办理时限',
    lines: [
      { text: '3 个工作日（法定时限）', source: '《市场主体登记管理条例》第十九条' },
      unsourced(
        '材料齐全、符合法定形式的当场登记；不能当场登记的3个工作日内登记，情形复杂的经批准可再延长3个工作日。',
      ),
    ],
  },
  { of, field: 'fee', label: '收费', lines: [unsourced('免费')] },
  {
    of,
    field: 'channel',
    label: '办理渠道',
    lines: [
      unsourced('网上：浙江政务服务网、浙里办'),
      unsourced('窗口：办理部门受理窗口'),
      unsourced('地址、电话以舟山市市场监督管理局公布的办事指南为准。'),
    ],
  },
  {
    of,
    field: 'materials',
    label: '申请材料',
    lines: [
      {
        text: '公司登记（备案）申请书（原件或电子，1 份）',
        source: '《市场主体登记管理条例》第十六条',
      },
      { text: '公司章程（原件或电子，2 份）', source: '《市场主体登记管理条例》第十六条' },
      {
        text: '经营范围有登记前须经批准项目的，另需：批准文件或者许可证（原件或电子）',
        source: '《市场主体登记管理条例》第十六条',
      },
      unsourced('能通过政务信息共享获取的登记信息，不要求重复提供。'),
    ],
  },
  {
    of,
    field: 'legal_basis',
    label: '办理依据',
    lines: [
      unsourced('《中华人民共和国公司法》第二十九条、第三十条、第四十二条'),
      unsourced('《市场主体登记管理条例》第八条、第十六条、第十九条（国务院令第746号）'),
    ],
  },
  {
    of,
    field: 'conditions',
    label: '许可证能用多久？',
    lines: [
      {
        text: '许可证有效期5年，延期应在期满前3个月提出；自收到申请之日起20日内作出决定，公示不少于5个工作日。',
        source: '示例办法',
      },
    ],
  },
  {
    of,
    field: 'fee',
    label: '收费标准',
    lines: [
      {
        text: '按规定收费。登记费每件80元，商标注册费300元，逾期的按日加收滞纳金0.5‰；小微企业减半征收，政策执行至2027年12月31日。',
        source: '《示例收费办法》第三条',
      },
    ],
  },
]
