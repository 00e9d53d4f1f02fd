// What an enterprise writes about its own tickets: a question ends none, and nothing ends by a
// sentence alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCast, type Cast, dispatches, FORM, submits } from './cast.ts'
import { onOneEngine } from './harness.ts'

onOneEngine('one’s own tickets in words', (engine) => {
  let cast: Cast
  let number: string
  beforeAll(async () => {
    cast = await aCast(engine)
    number = await submits(cast)
    await dispatches(cast, cast.wang)
    await cast.wang.presses('签收')
    await cast.wang.presses('办结答复')
    await cast.wang.presses('提交', { outcome: 'solved', text: '今日已送电。', basis: '' })
  })
  afterAll(() => cast.flow.stop())

  const stateOf = async (which: string) => {
    const query = 'select state from ticket where number = $1'
    const { rows } = await cast.flow.database.pool.query(query, [which])
    return rows[0]?.state
  }

  test('no question and no half satisfaction ends an answered ticket', async () => {
    expect(await stateOf(number)).toBe('resolved')
    const said = [
      `${number} 解决了没有`,
      `${number} 什么时候能结案？`,
      `${number} 怎么就办结了`,
      `${number} 谈不上满意`,
      `${number} is it resolved?`,
      `${number} can you confirm receipt`,
      `${number} 别撤回`,
      `${number} 问题解决了`,
      '我那个诉求可以结了吗',
    ]
    for (const text of said) {
      await cast.zhang.says(text)
      expect(await stateOf(number), text).toBe('resolved')
    }
  })

  test('what is said of it without its number is heard, and nothing else is offered', async () => {
    await cast.zhang.says('未解决')
    expect(cast.zhang.last()).toMatch(/请说明哪里没有解决/)
    await cast.zhang.says('路灯还是不亮')
    expect(cast.zhang.last()).toMatch(/请说明哪里没有解决/)
    await cast.zhang.says('这下可以了，解决了')
    expect(cast.zhang.last()).toMatch(/请确认是否已经解决[\s\S]*今日已送电/)
    expect(await stateOf(number)).toBe('resolved')
  })

  test('who says that it is solved is asked back, and the button ends it', async () => {
    await cast.zhang.says(`${number} 已经解决了，谢谢`)
    expect(cast.zhang.last()).toMatch(/请确认是否已经解决[\s\S]*今日已送电/)
    expect(await stateOf(number)).toBe('resolved')
    await cast.zhang.presses('已解决，确认办结')
    expect(await stateOf(number)).toBe('confirmed')
  })

  test('picking one of several tickets ends none of them, and what was said goes along', async () => {
    const first = await submits(cast, { ...FORM, description: '园区门口路灯三天不亮。' })
    const second = await submits(cast, { ...FORM, description: '码头岸电桩无法使用。' })
    const pick = async (which: string) => {
      const { rows } = await cast.flow.database.pool.query(
        `select ticket->>'title' as title from ticket where number = $1`,
        [which],
      )
      return `${which} ${rows[0].title}`.slice(0, 60)
    }
    await cast.zhang.says('我的诉求撤回吧')
    expect(cast.zhang.last()).toContain('请选择是哪一件诉求')
    await cast.zhang.presses(await pick(first))
    expect(cast.zhang.last()).toContain(`请确认是否撤回诉求 ${first}`)
    expect(await stateOf(first)).toBe('created')

    await cast.zhang.says('我的诉求再补充一句，灯杆号是示例七号')
    await cast.zhang.presses(await pick(second))
    const { rows } = await cast.flow.database.pool.query(
      `select a.act::text as act from ticket_activity a join ticket t on t.id = a.ticket_id
       where t.number = $1`,
      [second],
    )
    expect(rows.map((row) => row.act).join()).toContain('灯杆号是示例七号')
  })

  const actsOn = async (which: string) => {
    const { rows } = await cast.flow.database.pool.query(
      `select a.act::text as act from ticket_activity a join ticket t on t.id = a.ticket_id
       where t.number = $1`,
      [which],
    )
    return rows.map((row) => row.act).join()
  }

  test('one of several is named by its matter or its place, also when it was asked which', async () => {
    await cast.zhang.says('我的诉求')
    await cast.zhang.says('岸电桩那个催一下')
    expect(cast.zhang.last()).toContain('已催办')
    await cast.zhang.says('我的诉求撤回吧')
    expect(cast.zhang.last()).toContain('请选择是哪一件诉求')
    await cast.zhang.says('2')
    expect(cast.zhang.last()).toMatch(/请确认是否撤回诉求[\s\S]*路灯/)
    await cast.zhang.presses('不撤回')
  })

  test('what may be about a ticket that was just handed in is asked back, and nothing is done yet', async () => {
    const latest = await submits(cast, { ...FORM, description: '厂门口路面坑洼，冷藏车进不来。' })
    await cast.zhang.says('就是那一段特别深')
    // There are several: which one, or none.
    expect(cast.zhang.last()).toMatch(/请选择是哪一件诉求[\s\S]*是新的问题/)
    const { rows } = await cast.flow.database.pool.query(
      `select ticket->>'title' as title from ticket where number = $1`,
      [latest],
    )
    await cast.zhang.presses(`${latest} ${rows[0].title}`.slice(0, 60))
    expect(cast.zhang.last()).toContain('请确认是否与已登记的诉求有关')
    expect(await actsOn(latest)).not.toContain('就是那一段')
    await cast.zhang.presses('补充到这件诉求')
    expect(await actsOn(latest)).toContain('就是那一段特别深')

    await cast.zhang.says('就是那一段特别深')
    await cast.zhang.presses('是新的问题')
    expect(cast.zhang.last()).not.toMatch(/请选择是哪一件诉求|与已登记的诉求有关/)
  })

  test('a supplement without content is asked for, not filed empty', async () => {
    const { rows } = await cast.flow.database.pool.query('select max(number) as number from ticket')
    await cast.zhang.says(`补充 ${rows[0].number}`)
    expect(cast.zhang.last()).toContain('请直接发送要补充到诉求')
  })
})
