import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/conversation/clean-text.ts'
import {
  freshState,
  recallState,
  withItem,
} from '../../src/conversation/dialogue/dialogue-state.ts'
import { dependenceOf } from '../../src/conversation/dialogue/follow-up.ts'
import { hotlinesFor } from '../../src/conversation/intent/lawful-channel.ts'
import { scoreFields } from '../../src/retrieval/field-cues.ts'
import { ownSubject } from '../../src/retrieval/own-subject.ts'
import { aKnowledgeBase, code } from '../builders/knowledge-base.ts'

const NOW = new Date('2026-11-25T02:00:00Z')

describe('a message is freed of what surrounds it', () => {
  test.each([
    ['<p><b>公司怎么注销</b><br/></p>', '公司怎么注销'],
    ['{"text":"公司怎么注销"}', '公司怎么注销'],
    ['> **公司怎么注销**', '公司怎么注销'],
    ['> 公司怎么注销\n---\n', '公司怎么注销'],
    ['公司怎么注销\n--\n发自我的手机', '公司怎么注销'],
    ['转发:\n张三 10:23\n公司怎么注销', '公司怎么注销'],
    ['回复 李四：\n公司怎么注销', '公司怎么注销'],
    ['「公司怎么注销」', '公司怎么注销'],
    ['@助企小舟 公司怎么注销', '公司怎么注销'],
    ['🙏🙏公司怎么注销😭', '公司怎么注销'],
    ['[微笑]公司怎么注销 https://example.com/x', '公司怎么注销'],
    ['公司怎么注销！！！！！！', '公司怎么注销!!'],
    ['在吗在吗在吗在吗', '在吗'],
  ])('%s', (raw, bare) => {
    expect(cleanText(raw)).toBe(bare)
  })

  test('and bounded', () => {
    const long = Array.from({ length: 900 }, (_, n) => `第${n}句`).join('，')
    expect(cleanText(long).length).toBeLessThanOrEqual(2000)
  })
})

describe('the cue of a field', () => {
  test.each([
    ['公司设立登记要几天', 'time_limit'],
    ['这个要交钱伐', 'fee'],
    ['注销要带什么材料', 'materials'],
    ['够不够格申请', 'conditions'],
    ['去哪个窗口办', 'channel'],
    ['归哪个部门管', 'department'],
    ['这个依据是什么', 'legal_basis'],
    ['办完拿到手的是什么证', 'result'],
    ['公司注销怎么办理', 'process'],
    ['执照拿到了，材料也齐了，最后几天能好', 'time_limit'],
    ['how long does it take', 'time_limit'],
    ['what documents are required', 'materials'],
  ])('「%s」 cues %s', (text, field) => {
    expect(scoreFields(text)[0]?.field).toBe(field)
  })

  test.each([
    // A deed that is due, and no paper.
    ['仓库搬到隔壁要报告吗', 'conditions'],
    ['换了经理要向海关报告吗', 'conditions'],
    ['开书吧要办食品经营许可证吗', 'conditions'],
    ['验收要检测报告吗', 'materials'],
    // Names, and how things stand.
    ['单一窗口打不开', undefined],
    ['在单一窗口能办吗', 'channel'],
    ['怎么判断是不是非法集资', 'process'],
    ['依据哪部法律算违法', 'legal_basis'],
    ['填错了一个数', undefined],
    ['报关单填哪些东西', 'materials'],
    ['材料造假会怎样', 'conditions'],
    ['材料要哪些', 'materials'],
    ['下个月去哪些展会', 'conditions'],
    ['去哪个窗口交', 'channel'],
    // Whose it is, and who answers for it, is a rule.
    ['合作出来的专利归谁', 'conditions'],
    ['这件事归谁管', 'department'],
    ['水管坏了谁负责修', 'conditions'],
    ['审批谁负责', 'department'],
    ['展位费谁出', 'fee'],
    ['证明谁出', 'department'],
    ['厂房是消防验收还是消防备案', undefined],
    ['归消防救援还是住建', 'department'],
    ['先立项还是先拿地', 'process'],
    ['先报市里还是省里', 'department'],
    ['检测找谁做', 'process'],
    ['延期找谁批', 'department'],
    // By what it is counted.
    ['出生日期对不上按哪个算', 'conditions'],
    ['按哪个办法执行', 'legal_basis'],
    // Money that is no fee.
    ['乱排水会罚多少', 'conditions'],
    ['获评了奖多少钱', 'result'],
    ['补办多少钱', 'fee'],
    ['投标保证金怎么交', 'process'],
    ['租金怎么算', 'fee'],
    ['质保金要多少', 'conditions'],
    ['异常移出要交罚款吗', 'conditions'],
    ['要交什么费', 'fee'],
    // Time that is no handling time.
    ['货在库里能放多久', 'conditions'],
    ['多久能放行', 'time_limit'],
    ['许可证有效期几年', 'result'],
    ['证过期了还能用吗', 'conditions'],
    ['出差几天要备案吗', 'conditions'],
    ['要几天', 'time_limit'],
    ['最晚几号前交', 'time_limit'],
  ])('「%s」 is not taken for something else: %s', (text, field) => {
    expect(scoreFields(text)[0]?.field).toBe(field)
  })

  test('is none when the message has none', () => {
    expect(scoreFields('公司注销登记')).toEqual([])
  })
})

describe('what is remembered', () => {
  test('is forgotten after half an hour, and when it cannot be read', () => {
    const state = withItem(freshState(NOW), code('QYKB-002'), '开公司')
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    expect(recallState(state, at(29)).items).toEqual(['QYKB-002'])
    expect(recallState(state, at(31)).items).toEqual([])
    for (const broken of [null, 7, {}, { items: 'x' }, { ...state, at: 'never' }]) {
      expect(recallState(broken, NOW)).toEqual(freshState(NOW))
    }
  })

  test.each(Object.keys(freshState(NOW)))('is begun anew where it is stored without %s', (name) => {
    const stored = { ...withItem(freshState(NOW), code('QYKB-002'), '开公司') }
    expect(recallState(stored, NOW)).toEqual(stored)
    const { [name as keyof typeof stored]: _, ...older } = stored
    expect(recallState(older, NOW)).toEqual(freshState(NOW))
  })

  test('is bounded: the last four items, the latest first', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'B'].map((name) => code(`QYKB-00${name}`))
    const state = codes.reduce((known, one) => withItem(known, one, 'q'), freshState(NOW))
    expect(state.items).toEqual(['QYKB-00B', 'QYKB-00E', 'QYKB-00D', 'QYKB-00C'])
  })
})

describe('a message and what was said before', () => {
  const talked = withItem(freshState(NOW), code('QYKB-002'), '开公司')

  test.each([
    ['几天能拿到?', 'dependent'],
    ['那要交钱吗', 'dependent'],
    ['归哪个部门管', 'dependent'],
    ['外资的呢', 'leaning'],
    ['what if the owner of the business is not a chinese citizen and lives abroad', 'leaning'],
    ['how about the branch that we already registered in another province last year', 'leaning'],
    ['我们厂想在金塘装十个充电桩，电要怎么申请，从哪里开始办起', 'new'],
  ])('「%s」 is %s', (text, dependence) => {
    expect(dependenceOf(text, talked)).toBe(dependence)
  })

  test('says nothing new when it repeats what was asked back about', () => {
    const options = [code('QYKB-002'), code('QYKB-007')]
    const clarification = { options, denied: [], field: null, question: '想办营业执照', round: 1 }
    const asked = { ...freshState(NOW), clarification }
    expect(dependenceOf('就是营业执照啊', asked)).toBe('dependent')
    expect(dependenceOf('营业执照弄丢了', asked)).toBe('leaning')
  })

  test('stands alone when nothing was said', () => {
    expect(dependenceOf('几天能拿到?', freshState(NOW))).toBe('new')
  })

  test('a question word is no subject', () => {
    expect(ownSubject('多久能办好')).toBeLessThanOrEqual(1)
    expect(ownSubject('登轮证多久能办好')).toBeGreaterThan(1)
  })
})

test('channels that are named exist in hotlines.yaml, and 12345 is always among them', () => {
  const base = aKnowledgeBase()
  expect(hotlinesFor('网上买的鞋商家不退', base)).toEqual(['consumer', 'citizen'])
  expect(hotlinesFor('护照过期了', base)).toEqual(['citizen'])
})
