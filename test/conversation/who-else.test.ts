import { expect, test } from 'vitest'
import { whoElse } from '../../src/conversation/compose/who-else.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'

const base = {
  ...aKnowledgeBase(),
  hotlines: [
    { key: 'citizen', number: '12345', name: '政务服务便民热线', scope: '政务咨询' },
    { key: 'tax', number: '12366', name: '纳税服务', scope: '税费政策与办税' },
  ],
}

test('the hotline of its kind is named for a matter that no item covers', () => {
  expect(whoElse(base, '红字发票怎么开')).toEqual([
    { kind: 'note', text: '这类问题也可以咨询 12366（纳税服务）：税费政策与办税' },
  ])
})

test('none is named where none fits, is known or was asked for', () => {
  expect(whoElse(base, '开网吧要办什么')).toEqual([])
  expect(whoElse(base, '进口带鱼关税多少')).toEqual([])
  expect(whoElse(base, null)).toEqual([])
})
