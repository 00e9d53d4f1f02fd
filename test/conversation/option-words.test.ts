import { expect, test } from 'vitest'
import { ownWordsFor } from '../../src/conversation/options/option-words.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const apart = (from: string, ...wordsHere: string[]) => ({
  code: code(from),
  fact: '',
  wordsHere,
  wordsThere: [],
})
const mortgage = anItem({
  code: code('JRFW-012'),
  name: '船舶抵押权登记',
  summary: '向银行贷款时登记抵押',
  notThis: [apart('CYFW-024', '拖轮', '银行')],
})
const owner = anItem({
  code: code('KFFW-017'),
  name: '船舶所有权登记',
  summary: '登记船舶产权，拖轮、货船均可',
  notThis: [apart('JRFW-012', '产权')],
})
const fishing = anItem({
  code: code('CYFW-024'),
  name: '渔业船舶登记',
  summary: '登记渔船',
  notThis: [apart('JRFW-012', '渔船')],
})

test('a word that another option has as well tells them not apart', () => {
  const all = [owner, mortgage, fishing]
  expect(ownWordsFor(mortgage, all)).toEqual(['拖轮', '银行'])
  expect(ownWordsFor(owner, all)).toEqual(['产权'])
  const tug = { ...fishing, notThis: [apart('JRFW-012', '渔船', '拖轮')] }
  expect(ownWordsFor(mortgage, [tug, mortgage])).toEqual(['银行'])
})
