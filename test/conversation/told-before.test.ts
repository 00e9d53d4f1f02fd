import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/conversation/decision.ts'
import {
  choiceWords,
  isMatterReport,
  matterIn,
  type NameOf,
  NONE_OF_THESE,
  notHandedIn,
  type ToldTurn,
  talkLines,
  withoutReports,
} from '../../src/conversation/dialogue/told-before.ts'
import { ticketFormMessage } from '../../src/conversation/incoming/ticket-form.ts'
import { asId, type ContactId } from '../../src/kernel/ids.ts'
import type { Message } from '../../src/kernel/message.ts'
import { TICKET_REASONS } from '../../src/knowledge/reply.ts'
import { encodeName } from '../../src/lark/action-value.ts'
import { code } from '../builders/knowledge-base.ts'

const NAMES: Readonly<Record<string, string>> = {
  'QYKB-002': '公司设立登记',
  'QYKB-016': '公司注销登记',
}
const nameOf: NameOf = (one) => NAMES[one] ?? one

const NOW = new Date('2026-11-25T02:00:00Z')
const ME = asId<ContactId>('me')
const said = (question: string, decision: Decision, minutesAgo = 5): ToldTurn => ({
  askedAt: new Date(NOW.getTime() - minutesAgo * 60_000),
  question,
  decision,
  field: null,
})
const answer = (item = 'QYKB-016', field: 'time_limit' | 'materials' = 'time_limit'): Decision => ({
  kind: 'answer',
  code: code(item),
  field,
  also: null,
  offerTicket: false,
})
const clarify: Decision = {
  kind: 'clarify',
  field: null,
  options: [
    { code: code('QYKB-002'), label: '设立' },
    { code: code('QYKB-016'), label: '注销' },
  ],
  reason: 'broad',
}
const ticket = (reason: (typeof TICKET_REASONS)[number]): Decision => ({
  kind: 'ticket',
  reason,
  code: null,
})
const greeting: Decision = { kind: 'smalltalk', reason: 'greeting' }

describe('the lines of a conversation', () => {
  test('hold each question and what became of it, a choice by the name of its item', () => {
    const turns = [
      said('公司的手续', clarify),
      said(choiceWords(code('QYKB-016')), answer('QYKB-016', 'materials')),
      said('那要几天', answer()),
      said('窗口一直不受理，我要投诉', ticket('complaint')),
    ]
    expect(talkLines(turns, nameOf)).toEqual([
      '问：公司的手续',
      '答：请选择：公司设立登记、公司注销登记',
      '问：〔选择〕公司注销登记',
      '答：公司注销登记·申请材料',
      '问：那要几天',
      '答：公司注销登记·办理时限',
      '问：窗口一直不受理，我要投诉',
      '答：引导登记诉求',
    ])
  })

  test('stay one line each, and show no number of a person, not even half of one', () => {
    const long = `请打我手机\n13800000000，${'船期等不了，'.repeat(20)}身份证 330902199003070011`
    const cut = `${'船'.repeat(94)}13800000000`
    const lines = talkLines([said(long, clarify), said(cut, clarify)], nameOf)
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      expect(line).not.toMatch(/\n|1380000|3309021990/u)
      expect([...line].length).toBeLessThanOrEqual(102)
    }
    expect(lines[0]).toContain('138****0000')
  })

  test('are of the last day: what was said before it was another matter', () => {
    const turns = [said('公司设立登记要几天', answer(), 24 * 60 + 1), said('转人工', clarify, 1)]
    expect(notHandedIn(turns, { contact: ME, tickets: [], now: NOW })).toEqual(turns.slice(1))
  })

  test('are those that came after the last ticket of this person, whatever a colleague handed in', () => {
    const turns = [40, 20, 5].map((minutes) => said(`公司注销登记 ${minutes}`, answer(), minutes))
    const filed = (contactId: ContactId, minutes: number) => ({
      contactId,
      registeredAt: new Date(NOW.getTime() - minutes * 60_000).toISOString(),
    })
    const tickets = [filed(asId('colleague'), 1), filed(ME, 10), filed(ME, 30)]
    expect(notHandedIn(turns, { contact: ME, tickets, now: NOW })).toEqual(turns.slice(2))
  })
})

describe('in a ticket that is no report', () => {
  test.each<[string, Decision]>([
    ['隔壁冷库夜里往海里放氨水', ticket('tip_off')],
    ['转人工，想揭发码头上的走私', ticket('person_wanted')],
    [
      '我举报的那件有结果了吗',
      { kind: 'status', reason: 'own_ticket', act: 'progress', ticketNumber: null, text: '' },
    ],
    ['举报了会不会让老板知道', { kind: 'refuse', reason: 'privacy', code: null }],
  ])('nothing stands of 「%s」', (question, decision) => {
    const other = said('公司注销登记要几天', answer())
    expect(withoutReports([said(question, decision), other])).toEqual([other])
  })

  test.each<[string, Decision]>([
    ['窗口收了材料不给回执，我要投诉', ticket('complaint')],
    ['我们被同行恶意举报，怎么申诉', answer()],
    ['有人举报我们食堂，要准备哪些材料', answer()],
  ])('「%s」 may stand', (question, decision) => {
    const turns = [said(question, decision)]
    expect(withoutReports(turns)).toEqual(turns)
  })
})

describe('the matter that a form is prefilled with', () => {
  test.each<[string, readonly ToldTurn[], string]>([
    [
      'the question, not the wish for a person',
      [said('外轮上换主机要哪些手续', answer()), said('转人工', ticket('person_wanted'))],
      '公司注销登记：外轮上换主机要哪些手续',
    ],
    [
      'what was said in both rounds, not the last vague word',
      [
        said('想办个证', clarify),
        said('就那个证呀', clarify),
        said('你们说的那种', ticket('clarified_twice')),
      ],
      '想办个证；就那个证呀；你们说的那种',
    ],
    [
      'the question that was asked back, not that nothing offered is meant',
      [said('要一张备案的单子', clarify), said(NONE_OF_THESE, ticket('not_covered'))],
      '要一张备案的单子',
    ],
    [
      'what was asked about, where the words leave it out',
      [
        said('公司注销登记怎么办', answer()),
        said('几天好', answer()),
        said('谢谢', greeting),
        said('找个真人', ticket('person_wanted')),
      ],
      '公司注销登记：几天好',
    ],
    [
      'the choice',
      [said('公司的事', clarify), said(choiceWords(code('QYKB-002')), answer('QYKB-002'))],
      '公司的事；公司设立登记',
    ],
    [
      'the grievance itself',
      [said('公司注销登记怎么办', answer()), said('窗口收了材料不给回执', ticket('stuck_case'))],
      '窗口收了材料不给回执',
    ],
    [
      'what is said beside the wish for a person',
      [
        said('公司注销登记怎么办', answer()),
        said('简易注销公示期满被驳回，帮我转人工', ticket('person_wanted')),
      ],
      '简易注销公示期满被驳回，帮我转人工',
    ],
    [
      'not the anger',
      [
        said('泊位申请退回来三次', ticket('stuck_case')),
        said('什么破系统！气死了', ticket('upset')),
      ],
      '泊位申请退回来三次',
    ],
    [
      'what was said in anger, where it tells of a matter',
      [said('你们太差劲了，渔港冷库的电拖了半年没接', ticket('upset'))],
      '你们太差劲了，渔港冷库的电拖了半年没接',
    ],
    [
      'not that the answer was of no use',
      [said('渔具仓库要挂什么牌', answer()), said('答非所问', ticket('below_threshold'))],
      '公司注销登记：渔具仓库要挂什么牌',
    ],
    [
      'not a second miss that only says so',
      [said('渔具仓库要挂什么牌', answer()), said('还是没用', ticket('missed_twice'))],
      '公司注销登记：渔具仓库要挂什么牌',
    ],
    [
      'nothing, where only a number to call is told',
      [said('请回我电话，13800000000', ticket('person_wanted'))],
      '',
    ],
    ['nothing, where nothing was told', [said('你好', greeting)], ''],
    ['nothing, where only a person is wanted', [said('转人工', ticket('person_wanted'))], ''],
    ['nothing, where nothing was said', [], ''],
  ])('is %s', (_, turns, matter) => {
    expect(matterIn(turns, nameOf)).toBe(matter)
  })
})

describe('the matter is a report', () => {
  const report = said('对面修船厂没许可证夜里喷漆', ticket('tip_off'))
  test.each<[string, readonly ToldTurn[], boolean]>([
    ['where it was told last', [report], true],
    [
      'though a person was asked for after it',
      [report, said('转人工', ticket('person_wanted'))],
      true,
    ],
    ['no longer once another is told', [report, said('渔船证到期怎么换', answer())], false],
    ['not where nothing was told', [said('你好', greeting)], false],
  ])('%s', (_, turns, expected) => {
    expect(isMatterReport(turns)).toBe(expected)
  })
})

describe('the form', () => {
  const formOf = (reason: (typeof TICKET_REASONS)[number], known = {}) =>
    ticketFormMessage({
      reason,
      code: null,
      from: '',
      known,
      districts: [],
      problems: [],
      words: { reply: `为何：${reason}`, channels: ['12345'] },
    })
  const textOf = (message: Message) =>
    message.blocks.flatMap((block) =>
      block.kind === 'text' || block.kind === 'note' ? [block.text] : [],
    )

  test.each(TICKET_REASONS)(
    'for %s says why, whom to call, and that the talk goes along',
    (reason) => {
      const texts = textOf(formOf(reason))
      expect(texts.slice(0, 2)).toEqual([`为何：${reason}`, '12345'])
      expect(texts.at(-1)).toMatch(/24 小时内[^。]*对话[^。]*一并提交/u)
    },
  )

  test.each([
    ['tip_off', {}, 'report'],
    ['complaint', {}, 'complaint'],
    ['person_wanted', {}, 'help'],
    ['person_wanted', { kind: 'report' }, 'report'],
  ] as const)('for %s with %o suggests %s', (reason, known, value) => {
    const [form] = formOf(reason, known).blocks.filter((block) => block.kind === 'form')
    expect(form?.fields.find(({ name }) => name === 'kind')).toMatchObject({ value })
  })
})

test('a form finds its conversation again wherever it is sent: the button has room for it', () => {
  const from = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
  for (const reason of TICKET_REASONS) {
    const message = ticketFormMessage({
      reason,
      code: 'QYKB-002',
      from,
      known: {},
      districts: [],
      problems: [],
      words: { reply: '', channels: [] },
    })
    const [form] = message.blocks.filter((block) => block.kind === 'form')
    expect(form?.submit.value).toMatchObject({ from })
    expect(encodeName({ value: form!.submit.value, inGroup: true })).not.toBeNull()
  }
})
