import { expect, test } from 'vitest'
import { refusedRows, traceRows } from '../../src/console/desk/parts/trace-rows.ts'
import type { TurnTrace } from '../../src/conversation/turn-log.ts'

test('a turn that was retrieved for says in words what it was measured against', () => {
  const rows = traceRows({
    decided: 'answer',
    by: 'retrieval',
    dependence: 'leaning',
    reading: 'joined',
    acts: ['asks', 'late', 'an_act_of_tomorrow'],
    intents: { ticket: 0.1, question: 0.85 },
    routes: {},
    confidence: 0.8712,
    bar: 0.62,
    targetError: 0.02,
    care: 0,
    doubt: 'near_miss',
    hits: [],
    withVectors: true,
    model: [
      { use: 'choose', outcome: 'used', prompt: 'choose@1', ms: 300 },
      { use: 'draft', outcome: 'late', prompt: 'draft@1', ms: 8000 },
    ],
  })
  expect(rows).toEqual([
    ['判定方式', '检索后判定'],
    ['与上文关系', '承接上文'],
    ['采用的读法', '结合上文'],
    ['首位事项把握', '87.1%'],
    ['直接解答门槛', '62.0%'],
    ['容许的误答率', '2.0%'],
    ['表述仓促或绕弯的程度', '0.0%'],
    ['存疑之处', '接近但不确定'],
    ['意图', '咨询 85.0%、诉求 10.0%'],
    ['语句特征', '询问具体内容、反映拖延、an_act_of_tomorrow'],
    ['向量检索', '参与'],
    [
      '大模型',
      '选择事项（已采用，提示词 choose@1，用时 300 毫秒）、' +
        '起草说明（未采用：超时，提示词 draft@1，用时 8000 毫秒）',
    ],
  ])
})

test('one that was decided by a rule, or is old, has no row for what it does not tell', () => {
  expect(
    traceRows({ decided: 'smalltalk', by: 'guard', rule: 'smalltalk', dependence: 'new' }),
  ).toEqual([
    ['判定方式', '按规则直接判定，未检索'],
    ['适用规则', '寒暄'],
    ['与上文关系', '独立的问题'],
  ])
})

test('a reply to options is told as one, with its rule in words', () => {
  const decided = { decided: 'clarify', by: 'guard', dependence: 'dependent' } as const
  expect(traceRows({ ...decided, rule: 'several_picked' }).slice(0, 2)).toEqual([
    ['判定方式', '按对选项的答复判定，未检索'],
    ['适用规则', '选择了多个事项'],
  ])
  expect(traceRows({ ...decided, rule: 'a_rule_of_tomorrow' })[1]).toEqual([
    '适用规则',
    'a_rule_of_tomorrow',
  ])
})

const withModel = (...model: readonly object[]) =>
  ({ decided: 'answer', by: 'guard', dependence: 'new', model }) as unknown as TurnTrace
const aUse = { use: 'draft', prompt: 'draft@2', ms: 9 }

test.each<[Record<string, unknown>, string]>([
  [{ use: 'choose', outcome: 'unreadable' }, '选择事项（未采用：无此选项'],
  [{ use: 'draft', outcome: 'unreadable' }, '起草说明（未采用：格式不符'],
  [{ use: 'draft', outcome: 'figure' }, '起草说明（未采用：数字与记录不符'],
  [{ use: 'rewrite', outcome: 'nothing' }, '改写问题（无补充'],
  [{ use: 'draft', outcome: 'a_fault_of_tomorrow' }, '起草说明（未采用：a_fault_of_tomorrow'],
])('a use of the model that came to %j says why', (use, words) => {
  expect(traceRows(withModel({ ...aUse, ...use })).at(-1)?.[1]).toMatch(words)
})

test('what the model wrote in vain is told with what is wrong with each place', () => {
  const rows = refusedRows(
    withModel(
      { ...aUse, use: 'rewrite', outcome: 'unfaithful', refused: ['个体户登记: 要几天'] },
      { ...aUse, outcome: 'figure', refused: ['figure: 30 个工作日', 'law: 《示例法》'] },
      { ...aUse, use: 'choose', outcome: 'used', refused: [] },
      { ...aUse, outcome: 'late' },
    ),
  )
  expect(rows).toEqual([
    ['改写问题', '个体户登记: 要几天'],
    ['起草说明', '数字与记录不符：30 个工作日\n法规与记录不符：《示例法》'],
  ])
})
