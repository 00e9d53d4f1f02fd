import { describe, expect, test } from 'vitest'
import { type TicketReply, ticketReplyIn } from '../../src/retrieval/acts/ticket-reply.ts'

const SAID: Readonly<Partial<Record<TicketReply, readonly string[]>>> = {
  solved: [
    '已解决',
    '解决了',
    '解决了，谢谢',
    '可以了',
    '这下可以了，解决了',
    '都弄好了，谢谢',
    '问题已经解决了',
    '嗯，修好了',
    '好了',
  ],
  not_solved: [
    '未解决',
    '没有解决',
    '没解决啊，12月15号太晚了',
    '还没修好',
    '我不接受这个结果',
    '之前那个没弄好',
    '不认可你们的答复',
    '不同意你们那个答复',
    '不能接受',
  ],
  not_solved_perhaps: ['路灯还是不亮', '不行，还是坏的', '骗人，还停着呢', '又跳闸了'],
  progress: [
    '有进展吗',
    '到哪一步了',
    '办到哪一步了',
    '怎么还没人理我',
    '有消息了吗',
    '一直没人联系我',
    '到现在还没人打电话给我，烦死了',
  ],
  addition: [
    '补充一下，我们的变压器是630的，要换1000的',
    '我要补充：门牌号写错了',
    '刚才的照片是变压器铭牌',
  ],
}

describe('a reply about a ticket that it does not name', () => {
  const rows = Object.entries(SAID).flatMap(([reply, texts]) =>
    texts.map((text) => [text, reply] as const),
  )
  test.each(rows)('「%s」 is %s', (text, reply) => {
    expect(ticketReplyIn(text)).toBe(reply)
  })

  test.each([
    '公司注销要几天',
    '解决劳动争议找谁',
    '工资问题没解决怎么办',
    '不接受处罚决定，想申请复议',
    '不认可仲裁结果',
    '补充医疗保险怎么交',
    '补充耕地指标怎么买',
    '补充协议要备案吗',
    '养殖证还没办好',
    '高企到哪一年有效',
    '好的，谢谢',
    '照片要几寸',
    '变更办好了营业执照要换吗',
    '停电了还是没来电的话找谁',
    '执照办好了要刻章吗',
  ])('「%s」 is none', (text) => {
    expect(ticketReplyIn(text)).toBeNull()
  })
})
