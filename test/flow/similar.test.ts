// The same matter twice: the enterprise hears of its own, and of nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCast, type Cast, FORM, submits } from './cast.ts'
import { onOneEngine } from './harness.ts'
import { aPerson } from './people.ts'

onOneEngine('a matter that was brought before', (engine) => {
  let cast: Cast
  beforeAll(async () => {
    cast = await aCast(engine)
  })
  afterAll(() => cast.flow.stop())

  test('is pointed out to who brought it, with ways to make one of two', async () => {
    const { zhang } = cast
    const first = await submits(cast)
    expect(zhang.last()).not.toContain('相似')
    const second = await submits(cast)
    expect(zhang.last()).toContain(`${first}「`)
    expect(zhang.last()).toContain(`与刚登记的 ${second} 相似`)
    await zhang.presses('撤回刚登记的')
    expect(zhang.last()).toMatch(new RegExp(`${second}[^]*撤回`))
  })

  test('by somebody else is not told', async () => {
    const li = aPerson(cast.flow, '李示例')
    const form = { ...FORM, enterpriseName: '示例水产有限公司', creditCode: '' }
    await submits({ zhang: li }, form)
    expect(li.sees().join()).not.toContain('相似')
  })
})
