import { beforeAll, expect, test } from 'vitest'
import { messageText } from '../../src/cli/eval/message-text.ts'
import { type AnswerDeps, NO_TICKETS } from '../../src/conversation/answer-ports.ts'
import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import { composeDecision } from '../../src/conversation/compose/compose-decision.ts'
import type { Decision } from '../../src/conversation/decision.ts'
import { withAskedBesides } from '../../src/conversation/dialogue/asked-besides.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { someAnswerDeps } from '../builders/answer-deps.ts'
import { code } from '../builders/knowledge-base.ts'

let deps: AnswerDeps

beforeAll(async () => {
  deps = await someAnswerDeps()
})

const complaint: Decision = { kind: 'ticket', reason: 'complaint', code: null }
const decide = (text: string, decided: Decision = complaint) =>
  withAskedBesides(
    {
      deps,
      state: freshState(deps.now()),
      tickets: NO_TICKETS,
      today: '2026-11-25',
      found: new Map(),
    },
    text,
    decided,
  )

test('what a grievance asks of a record is answered below the form', async () => {
  const decision = await decide('公司设立登记要几天,你们窗口态度太差,我要投诉')
  const besides = { code: 'QYKB-002', field: 'time_limit' }
  expect(decision).toEqual({ ...complaint, code: 'QYKB-002', besides })
  const told = messageText(
    composeDecision({
      decision,
      base: deps.snapshot.base,
      version: '7',
      turnId: asId<TurnId>('t'),
      askedNext: nothingAskedNext,
    }),
  )
  expect(told).toMatch(/提交诉求.*您问到的「公司设立登记」.*办理时限.*来源：/su)
})

test('the item that the grievance is about stays that of the ticket', async () => {
  const about = { ...complaint, code: code('QYKB-016') }
  expect(await decide('公司设立登记要几天,注销那边没人管', about)).toMatchObject({
    code: 'QYKB-016',
    besides: { code: 'QYKB-002' },
  })
})

test.each([
  '公司设立登记拖了两个月没人管',
  '公司设立登记的材料交上去了,你们窗口态度太差',
  '到底要几天,你们窗口态度太差',
])('%s asks no record', async (text) => {
  expect(await decide(text)).toEqual(complaint)
})

test('whoever wants a person, and what no item covers, is asked of no record', async () => {
  const text = '公司设立登记要几天'
  const wanted: Decision = { ...complaint, reason: 'person_wanted' }
  expect(await decide(text, wanted)).toEqual(wanted)
  const matter: Decision = { ...complaint, matter: 'annual_report' }
  expect(await decide(text, matter)).toEqual(matter)
})
