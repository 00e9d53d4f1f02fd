import { describe, expect, test } from 'vitest'
import { ownActIn } from '../../src/retrieval/acts/own-act.ts'
import type { OwnTicketAct } from '../../src/retrieval/acts/own-act-rows.ts'
import { ownTicketIn } from '../../src/retrieval/acts/own-ticket.ts'
import { saysMore } from '../../src/retrieval/acts/ticket-remark.ts'

type Rows = readonly (readonly [string, OwnTicketAct])[]

describe('an act on one’s own ticket in everyday words', () => {
  const DONE: Rows = [
    ['那张单子给我撤了吧', 'withdraw'],
    ['上回说的那桩不用管了,已经谈妥了', 'withdraw'],
    ['不用你们协调了', 'withdraw'],
    ['我不办了,麻烦撤掉', 'withdraw'],
    ['不需要了撤回吧', 'withdraw'],
    ['没事了撤了吧', 'withdraw'],
    ['提交重复了,能撤回一件吗', 'withdraw'],
    ['填错公司了,可以取消不', 'withdraw'],
    ['当我没提', 'withdraw'],
    ['please withdraw my complaint', 'withdraw'],
    ['can i cancel the request from monday', 'withdraw'],
    ['催一下', 'urge'],
    ['帮我催催前天那件', 'urge'],
    ['催单!', 'urge'],
    ['能不能帮忙催一下呀', 'urge'],
    ['能快点吗', 'urge'],
    ['麻烦抓紧,船下周要开', 'urge'],
    ['怎么样了?催一下', 'urge'],
    ['我的单子有进展吗,尽快吧', 'urge'],
    ['催一催好吗', 'urge'],
    ['等不及了,尽快处理', 'urge'],
    ['could you please speed it up', 'urge'],
    ['please hurry', 'urge'],
    ['再补充一句,仓库是三号门', 'supplement'],
    ['还要加一句 对方已经停工了', 'supplement'],
    ['补充说明:门牌是十二号', 'supplement'],
    ['再补充一点如果下雨就积水', 'supplement'],
    ['补充一句这个什么时候能修好', 'supplement'],
    ['照片我补给你们', 'supplement'],
    ['联系人换了,打新号码', 'supplement'],
    ['刚才信息填错了,帮我改下', 'supplement'],
    ['能不能补交一份合同', 'supplement'],
    ['忘了说,我们是两班倒', 'supplement'],
    ['i want to add some details', 'supplement'],
    ['forgot to mention the gate number', 'supplement'],
    ['对这个结果不太满意', 'dissatisfied'],
    ['我不是很满意', 'dissatisfied'],
    ['不同意你们的处理意见', 'dissatisfied'],
    ['不同意你们那个答复', 'dissatisfied'],
    ['麻烦再给我办一次', 'dissatisfied'],
    ['谈不上满意', 'dissatisfied'],
    ['这种答复满意才怪', 'dissatisfied'],
    ['不怎么满意', 'dissatisfied'],
    ['压根没解决', 'dissatisfied'],
    ['你们说办结,修好的灯还是不亮', 'dissatisfied'],
    ['能不能重新办一下', 'dissatisfied'],
    ['这叫答复?问题根本没解决', 'dissatisfied'],
    ['it is not resolved', 'dissatisfied'],
    ['the light still isn’t fixed', 'dissatisfied'],
    ['please reopen it', 'dissatisfied'],
    ['i am not satisfied with the reply', 'dissatisfied'],
    ['路灯修好了,可以结了', 'confirm'],
    ['问题解决了', 'confirm'],
    ['没什么问题了,关了吧', 'confirm'],
    ['收到答复,挺满意', 'confirm'],
    ['确认办结', 'confirm'],
    ['结案吧', 'confirm'],
    ['it has been resolved, thanks', 'confirm'],
    ['please close the ticket', 'confirm'],
    ['我提过哪几件,都列出来看看', 'list'],
    ['我们公司有哪些诉求', 'list'],
    ['报过多少个了', 'list'],
    ['show me my tickets', 'list'],
    ['前天报的有回音没', 'progress'],
    ['现在轮到谁在办', 'progress'],
    ['what is the status', 'progress'],
  ]
  test.each(DONE)('「%s」 is to %s', (text, act) => {
    expect(ownActIn(text)).toBe(act)
  })
})

describe('no act', () => {
  const NOT_DONE: readonly (readonly [string, OwnTicketAct])[] = [
    ['解决了没有', 'confirm'],
    ['解决了没呀', 'confirm'],
    ['那个事情解决了吗', 'confirm'],
    ['是不是已经解决了', 'confirm'],
    ['什么时候可以结案', 'confirm'],
    ['怎么就结掉了', 'confirm'],
    ['为啥给我结了单', 'confirm'],
    ['谁确认办结的', 'confirm'],
    ['什么叫结案', 'confirm'],
    ['可以结了吗', 'confirm'],
    ['满意吗?', 'confirm'],
    ['我没同意结案', 'confirm'],
    ['先别结案', 'confirm'],
    ['不要关掉', 'confirm'],
    ['被你们结了,我可没同意', 'confirm'],
    ['短信说已经解决了', 'confirm'],
    ['系统显示办结了', 'confirm'],
    ['如果解决了我再说', 'confirm'],
    ['等修好了再结', 'confirm'],
    ['只解决了一半', 'confirm'],
    ['解决了一部分', 'confirm'],
    ['满意度怎么填', 'confirm'],
    ['希望给个满意的答复', 'confirm'],
    ['is it resolved', 'confirm'],
    ['has it been fixed yet?', 'confirm'],
    ['can you confirm receipt', 'confirm'],
    ['confirm the deadline for me', 'confirm'],
    ['don’t close it', 'confirm'],
    ['when will you close my ticket', 'confirm'],
    ['别撤回', 'withdraw'],
    ['我不撤回了,接着办', 'withdraw'],
    ['先不要撤销', 'withdraw'],
    ['为什么撤销了', 'withdraw'],
    ['谁把它撤了', 'withdraw'],
    ['撤回了没有', 'withdraw'],
    ['怎么撤回', 'withdraw'],
    ['撤回以后还能再提吗', 'withdraw'],
    ['如果谈不拢才撤回', 'withdraw'],
    ['你们怎么不管了', 'withdraw'],
    ['please do not cancel it', 'withdraw'],
    ['why was it cancelled', 'withdraw'],
    ['催了没有', 'urge'],
    ['催过了吗', 'urge'],
    ['不用催了', 'urge'],
    ['能催吗', 'urge'],
    ['怎么催办', 'urge'],
    ['可以催几次', 'urge'],
    ['帮我催款', 'urge'],
    ['no need to hurry', 'urge'],
    ['补充材料交到哪里', 'supplement'],
    ['还要补什么', 'supplement'],
    ['不用补充了', 'supplement'],
    ['补充的收到没', 'supplement'],
    ['不满意怎么办', 'dissatisfied'],
    ['没解决的话怎么办', 'dissatisfied'],
    ['为什么还没解决', 'dissatisfied'],
    ['重新办要多久', 'dissatisfied'],
    ['不是不满意', 'dissatisfied'],
    ['why is it not resolved', 'dissatisfied'],
  ]
  test.each(NOT_DONE)('「%s」 is not to %s', (text, act) => {
    expect(ownActIn(text)).not.toBe(act)
    expect(['progress', 'dissatisfied', null]).toContain(ownActIn(text))
  })
})

describe('a ticket of one’s own', () => {
  test.each([
    ['zsqs-20261103-0012 到哪一步了', 'progress', 'ZSQS-20261103-0012'],
    ['zsqs202611030012 撤回', 'withdraw', 'ZSQS-20261103-0012'],
    ['zsqs 20261103 0012', 'progress', 'ZSQS-20261103-0012'],
    ['编号20261103-0012的那张到哪个部门了', 'progress', 'ZSQS-20261103-0012'],
    ['工单号:202611030012', 'progress', 'ZSQS-20261103-0012'],
    ['20261103-0012', 'progress', 'ZSQS-20261103-0012'],
    ['20261103-0012 催一下', 'urge', 'ZSQS-20261103-0012'],
    ['zsqs-20261103-0012 解决了没有', 'progress', 'ZSQS-20261103-0012'],
    ['zsqs-20261103-0012 不太满意', 'dissatisfied', 'ZSQS-20261103-0012'],
    ['我的工单催一下', 'urge', null],
    ['上次那个单子 补充一下 是两台', 'supplement', null],
    ['那个诉求可以结了', 'confirm', null],
    ['我那个单子别撤回', 'progress', null],
    ['上礼拜三我提过一个诉求,看看现在在谁手上', 'progress', null],
    ['我那个单子不满意 重新办', 'dissatisfied', null],
    ['please cancel the request i filed', 'withdraw', null],
  ])('「%s」 is named, to %s', (text, act, number) => {
    expect(ownTicketIn(text)).toEqual({ act, number })
  })

  test.each([
    '报关单填错了怎么改',
    '合同编号20261103-0012的货款收不回来',
    '发票号20261103-0012要红冲',
    '202611030012',
    '电话20268103-0012',
    '许可证20261103-0012到期怎么延续',
  ])('is not meant by 「%s」', (text) => {
    expect(ownTicketIn(text)).toBeNull()
  })
})

describe('what is said beside the act', () => {
  test.each([
    '再补一句,店名叫示例面馆',
    '那再补充一句,对方电话换了',
    '补充 我姓王',
    '不满意,灯照样不亮',
    '没解决,门口还是积水',
    'not satisfied, the gate is blocked again',
  ])('「%s」 says something', (text) => {
    expect(saysMore(text)).toBe(true)
  })

  test.each([
    '补充一下之前那单,照片我传上来',
    '补充 ZSQS-20261103-0012',
    'ZSQS-20261103-0012 想改一下联系电话',
    '能不能补充材料',
    '我要补充',
    '对结果不太满意',
    '我那个单子不满意 重新办',
    'I am not satisfied with the answer',
    '',
  ])('「%s」 only names it', (text) => {
    expect(saysMore(text)).toBe(false)
  })
})
