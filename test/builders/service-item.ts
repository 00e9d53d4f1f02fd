import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import { CUSTOMARY_SOURCE, type ServiceItem } from '../../src/knowledge/service-item.ts'

/** 公司设立登记 in short; overrides make it any other. */
export function anItem(overrides: Partial<ServiceItem> = {}): ServiceItem {
  return {
    code: asId<ItemCode>('QYKB-002'),
    name: '公司设立登记',
    section: 'open',
    kind: '行政许可',
    department: '舟山市市场监督管理局',
    level: '市县均可',
    status: 'draft',
    verifiedBy: null,
    verifiedAt: null,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    summary: '股东申请设立公司，向市场监管部门申请设立登记，领取营业执照。',
    applicants: ['拟设立公司的股东'],
    conditions: [
      { text: '有限责任公司由1个以上50个以下股东出资设立', source: '《公司法》第四十二条' },
    ],
    materials: [
      { name: '公司章程', form: '原件或电子', copies: 2, required: true, source: CUSTOMARY_SOURCE },
    ],
    materialsNote: null,
    steps: [{ title: '确定名称', text: '在企业名称申报系统申报名称。', who: '申请人' }],
    timeLimit: {
      statutory: { days: 3, unit: '工作日', source: '《市场主体登记管理条例》第十九条' },
      promised: null,
      note: '材料齐全、符合法定形式的当场登记；不能当场登记的3个工作日内登记。',
    },
    fee: { kind: '免费', note: null, source: null },
    channels: [{ kind: 'online', name: '浙江政务服务网', note: null }],
    result: '营业执照',
    legalBasis: [{ title: '中华人民共和国公司法', article: '第二十九条', source: null }],
    aliases: ['注册公司'],
    questions: ['想自己开个公司，从哪一步做起呀？'],
    faq: [
      {
        q: '一个人能开有限责任公司吗？',
        a: '能。有限责任公司由1个以上50个以下股东出资设立，一个自然人可以作唯一股东。',
        source: '《公司法》第四十二条',
      },
    ],
    related: [],
    parts: [],
    tags: [],
    notThis: [],
    ...overrides,
  }
}
