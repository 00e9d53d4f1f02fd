// A click is Lark's only delivery of it: its person must not be told that it was received before it is kept.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { click } from '../fakes/lark/clicks.ts'
import { messagesIn } from '../fakes/lark/world.ts'
import { type LarkFlow, onEachEngine, startLarkFlow, until } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'

const AGAIN = { type: 'error', content: '系统繁忙，请稍后再点一次' }

onEachEngine('a click', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  beforeEach(async () => {
    flow = await startLarkFlow(engine)
    zhang = aPerson(flow, '张示例')
    await zhang.says('公司设立登记要几天')
  })
  afterEach(() => flow.stop())

  const query = (text: string) => flow.database.pool.query(text)

  /** Without waiting for what follows. @returns what is shown above the card */
  async function asksForPerson() {
    const { world } = flow.fake
    const message = messagesIn(world, zhang.chat.id).at(-1)!
    const clicked = await click(world, {
      openId: zhang.person.openId,
      message,
      button: '转人工',
    })
    return clicked.kind === 'answered' ? clicked.toast : clicked
  }

  /** Nobody else gets at `table` meanwhile. */
  async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
    const holder = await flow.database.pool.connect()
    await holder.query('begin')
    await holder.query(`lock table ${table}`)
    try {
      return await work()
    } finally {
      await holder.query('rollback')
      holder.release()
    }
  }

  test('that cannot be kept is to be repeated, and the failure is logged', async () => {
    await query(`create function refused() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`)
    await query('create trigger refused before insert on inbox_entry execute function refused()')
    expect(await asksForPerson()).toEqual(AGAIN)
    expect(flow.logged.filter((line) => line.level === 'error').map((line) => line.text)).toEqual([
      'a click failed',
    ])
    await query('drop trigger refused on inbox_entry')
    await zhang.presses('转人工')
    expect(zhang.last()).toContain('提交诉求')
  })

  test('that is not kept in time is to be repeated, and is handled all the same when it is', async () => {
    expect(await whileLocked('inbox_entry', asksForPerson)).toEqual(AGAIN)
    // It is stored once the lock is gone: until then there is nothing to settle.
    await until(async () => zhang.last().includes('提交诉求'), 'the form')
  })

  // The embedded engine has one session: who holds a transaction there keeps everything waiting.
  test.runIf(engine === 'postgres')('that is kept goes on when its time is over', async () => {
    expect(await whileLocked('conversation', asksForPerson)).toEqual({
      type: 'info',
      content: '已收到，正在处理…',
    })
    await until(async () => zhang.last().includes('提交诉求'), 'the form')
  })
})
