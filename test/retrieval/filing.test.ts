import { describe, expect, test } from 'vitest'
import { wantsToFile } from '../../src/retrieval/acts/filing.ts'
import { isGrumbling } from '../../src/retrieval/acts/grumbling.ts'
import { asksHowSoon } from '../../src/retrieval/acts/how-soon.ts'
import { asksWhereStuck, isOtherOffices } from '../../src/retrieval/acts/under-way-elsewhere.ts'

describe('the wish to hand in a request', () => {
  test.each([
    '我要提诉求',
    '给我们登记一条诉求吧',
    '诉求从哪儿报',
    '想跟你们反映个事情',
    '那麻烦你再帮我登一次',
    '要提点建议',
    '开张新的工单',
    '帮我反映上去吧',
    '还要再提一件，食堂漏水',
    'we would like to file a formal complaint',
  ])('「%s」', (text) => {
    expect(wantsToFile(text)).toBe(true)
  })

  test.each([
    '帮我登记一家合作社',
    '重新登记要交什么',
    '我提过的诉求有回音没',
    '上周报的那条诉求要撤',
    '诉求的进度',
    '投诉执法不公走什么程序',
    '我想报科技型中小企业',
    '我还要报一个项目',
    'where can a foreign investor file a complaint',
  ])('「%s」 is none', (text) => {
    expect(wantsToFile(text)).toBe(false)
  })
})

describe('how soon requests are answered', () => {
  test.each([
    '投诉以后几天会有回复',
    '你们一般多久给答复',
    '先说清楚投诉以后几天一定有答复',
    '工单的办理时限',
    '登记了诉求多长时间有人联系',
    'how many days until you reply to a complaint',
  ])('「%s」', (text) => {
    expect(asksHowSoon(text, false)).toBe(true)
  })

  test.each([
    '招标投诉多久处理',
    '拖欠账款投诉几天有结果',
    '我昨天提的诉求几天能回复',
    '商标申请多久有结果',
    '船舶登记几天办好',
  ])('「%s」 asks something else', (text) => {
    expect(asksHowSoon(text, false)).toBe(false)
  })

  test('the bare question counts where a request has just been offered', () => {
    expect(asksHowSoon('那多久会有人答复', true)).toBe(true)
    expect(asksHowSoon('那多久答复', false)).toBe(false)
    expect(asksHowSoon('好吧提交了会有人联系我吗 多久', true)).toBe(true)
    expect(asksHowSoon('交了材料会联系我们领证吗', false)).toBe(false)
    expect(asksHowSoon('那多久批下来', true)).toBe(false)
    expect(asksHowSoon('我这单大概几时有人回', true)).toBe(false)
  })
})

describe('what another office took in', () => {
  test.each([
    '12345给了个单号,查得到吗',
    '我是打市长热线投诉的',
    '税务局给我的受理编号你这里能查吗',
    'i have a case number from the 12345 hotline',
  ])('「%s」', (text) => {
    expect(isOtherOffices(text)).toBe(true)
  })

  test.each(['12345说这事找你们,许可证怎么办', '报装编号在哪看', '热线电话多少'])(
    '「%s」 is none',
    (text) => {
      expect(isOtherOffices(text)).toBe(false)
    },
  )
})

describe('a grievance in general words', () => {
  test.each([
    '几个单位推来推去',
    '办事也太慢了吧',
    '压根没人管我们',
    '窗口态度实在恶劣',
    '跑了四趟还没办成',
    '全是形式主义',
    'nobody answers us',
  ])('「%s」', (text) => {
    expect(isGrumbling(text)).toBe(true)
  })

  test.each([
    '员工态度不好能辞退吗',
    '要跑几趟',
    '没人管理的仓库怎么租',
    '上市辅导有没有人管',
    '商铺扯皮,归谁管',
    '效率高',
  ])('「%s」 is none', (text) => {
    expect(isGrumbling(text)).toBe(false)
  })
})

describe('where something applied for stands', () => {
  test.each([
    '帮我看看卡在哪一步',
    '你们系统里能查到审到哪个环节吗',
    '到底卡在谁手里',
    '我家的卫生许可证批得怎么样了',
    '变更登记审到哪里了',
    '麻烦看下道路运输证办好没有',
    '环评批下来了吗',
    'can you find out where our application is stuck',
  ])('「%s」', (text) => {
    expect(asksWhereStuck(text)).toBe(true)
  })

  test.each([
    '批到哪一步、钱拨没拨,企业自己在哪儿能看到',
    '审批一般卡在哪个环节',
    '先走哪一步',
    '办到哪一步了网上能查吗',
    '我的诉求卡在哪个环节了,查一下',
    '执照办好了没去领会怎样',
    '许可证办到一半能换地址吗',
    '备案走完流程要几天',
    '证办好了寄到家吗',
  ])('「%s」 asks something else', (text) => {
    expect(asksWhereStuck(text)).toBe(false)
  })
})
