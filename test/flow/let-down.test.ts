// Whom two turns in a row have brought nothing gets the form for a person, whether they say so or
// press 没用; and is told whom to call instead.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LarkFlow, onOneEngine, startLarkFlow } from './harness.ts'
import { aPerson } from './people.ts'

onOneEngine('whom we have let down', (engine) => {
  let flow: LarkFlow
  beforeAll(async () => {
    flow = await startLarkFlow(engine)
  })
  afterAll(() => flow.stop())

  test('is asked why after a vote, and given a person after the next answer of no use', async () => {
    const zhang = aPerson(flow, '张示例')
    await zhang.says('公司设立登记要几天')
    await zhang.presses('没用')
    expect(zhang.last()).toContain('哪里没有帮到您')
    await zhang.says('答非所问')
    expect(zhang.last()).toContain('此前的对话会一并提交')
    expect(zhang.last()).toContain('同意并提交')
    expect(zhang.last()).toContain('12345（政务服务便民热线）')
  })

  test('is given a person at the second vote', async () => {
    const li = aPerson(flow, '李示例')
    await li.says('公司设立登记要几天')
    await li.presses('没用')
    await li.says('公司设立登记要什么材料')
    await li.presses('没用')
    expect(li.last()).toContain('没能解答您的问题')
    expect(li.last()).toContain('同意并提交')
  })
})
