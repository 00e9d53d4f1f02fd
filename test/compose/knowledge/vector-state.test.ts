import { describe, expect, test } from 'vitest'
import {
  standWords,
  type VectorStand,
  vectorProblem,
} from '../../../src/compose/knowledge/vector-state.ts'
import { LlmFault } from '../../../src/llm/fault.ts'

const stand = (overrides: Partial<VectorStand> = {}): VectorStand => ({
  used: 'wanted',
  wanted: 'openai/e5/384',
  stored: 'openai/e5/384',
  weight: 1,
  wantedWeight: 1,
  ...overrides,
})

describe('vectors that are not those of the settings', () => {
  test('are nothing to be told about when they are', () => {
    expect(standWords(stand(), null)).toBeNull()
  })

  test('are told with both models and what mends it', () => {
    const words = standWords(stand({ used: 'none', stored: 'openai/bge/1024' }), null)
    expect(words).toMatch(/openai\/bge\/1024.*openai\/e5\/384.*只按词语检索.*重新发布/)
  })

  test('are told with why they could not be made', () => {
    const builtIn = stand({ used: 'built_in', stored: 'hash/ngram-1/384' })
    expect(standWords(builtIn, '密钥不对')).toMatch(/暂用内置向量.*后台生成未成功：密钥不对。$/)
  })

  test('are told with the weight that is being learnt', () => {
    expect(standWords(stand({ wantedWeight: 0.75 }), null)).toContain('由 1 改为 0.75')
  })
})

describe('why vectors could not be made', () => {
  test('names the settings that a server refuses', () => {
    const cause = Object.assign(new Error('embeddings HTTP 401'), { status: 401 })
    const problem = vectorProblem(new LlmFault('refused', 'embeddings HTTP 401', cause))
    expect(problem.words).toMatch(/HTTP 401.*EMBEDDING_API_KEY/)
    expect(problem.setting).toContain('EMBEDDING_MODEL')
  })

  test('blames no setting for a server that is down, nor for the database', () => {
    expect(vectorProblem(new LlmFault('failed', 'ECONNREFUSED'))).toEqual({
      words: '向量服务暂时不可用（failed），程序将自动重试',
      setting: null,
    })
    const lost = Object.assign(new Error('secret text'), { code: '57P01' })
    expect(vectorProblem(lost)).toEqual({ words: '数据库暂时不可用（57P01）', setting: null })
  })
})
