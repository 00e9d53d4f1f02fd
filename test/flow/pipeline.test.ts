// Between the acknowledgement and the person: what is said in one breath, in which order, and what
// becomes of work and messages when something fails on the way.
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revive } from '../../src/postgres/lease.ts'
import { anIncoming } from '../builders/incoming.ts'
import { say } from '../fakes/lark/people.ts'
import type { FaultAction } from '../fakes/lark/world.ts'
import { messagesIn } from '../fakes/lark/world.ts'
import { type LarkFlow, onEachEngine, startLarkFlow, startPatientLark, until } from './harness.ts'
import { aPerson, type LarkPerson } from './people.ts'
import { freePort } from './processes.ts'

const QUESTION = '公司设立登记要几天'

onEachEngine('the pipeline', (engine) => {
  let flow: LarkFlow
  let zhang: LarkPerson
  beforeEach(async () => {
    flow = await startLarkFlow(engine, { lark: { port: await freePort() } })
    zhang = aPerson(flow, '张示例')
  })
  afterEach(() => flow.stop())

  /** Arrives without waiting for what follows. */
  const arrives = (who: LarkPerson, text: string) => say(flow.fake.world, who.person.openId, text)
  const query = async (text: string) => (await flow.database.pool.query(text)).rows
  const faults = (count: number, action: FaultAction) => {
    for (let n = 0; n < count; n++) flow.fake.world.faults.push({ path: /\/messages/, action })
  }
  const sends = () =>
    flow.fake.world.requests.filter(
      (one) => one.method === 'POST' && /\/messages(\/|$)/.test(one.path),
    )
  /** What is to be tried later is due now. */
  const hurry = (table: string) => query(`update ${table} set run_at = now() where done_at is null`)

  describe('what is said in one breath', () => {
    test('while the worker is busy is answered as one question', async () => {
      const address = { channel: 'lark', to: zhang.chat.id, toKind: 'chat', replyTo: null } as const
      const said = ['我想问一下', '公司设立登记', '要几天'].map((text) =>
        anIncoming({
          text,
          senderId: zhang.person.openId,
          conversationKey: `lark:${zhang.chat.id}:${zhang.person.openId}`,
          replyAddress: address,
        }),
      )
      // Stored together, as while a worker is busy: none is taken before the last is there.
      await Promise.all(said.map((one) => flow.app.parts.store(one)))
      await flow.settle()
      expect(zhang.sees()).toHaveLength(1)
      expect(zhang.last()).toContain('3 个工作日')
      expect(await query('select question from turn')).toEqual([
        { question: '我想问一下\n公司设立登记\n要几天' },
      ])
    })

    test('a bare opener alone waits for the rest, but not longer than a moment', async () => {
      await arrives(zhang, '我想问一下')
      await until(() => zhang.sees().length === 1, 'an answer')
      // By the store's clock: how long the answering takes is the machine's affair.
      expect(
        await query(`select extract(epoch from run_at - received_at)::float8 as waits,
          done_at >= run_at as waited from inbox_entry`),
      ).toEqual([{ waits: 1.5, waited: true }])
    })

    test('a question is not waited with', async () => {
      await arrives(zhang, QUESTION)
      await flow.settle()
      const [{ attempts, late }] = await query(
        'select attempts, run_at > received_at as late from inbox_entry',
      )
      expect({ attempts, late }).toEqual({ attempts: 1, late: false })
    })
  })

  test('each person is answered in their order, whatever the load', async () => {
    const texts = [QUESTION, '公司设立登记要哪些材料', '公司设立登记收费吗', '公司设立登记去哪里办']
    const people = Array.from({ length: 12 }, (_, n) => aPerson(flow, `示例${n}`))
    await Promise.all(
      people.map(async (one, person) => {
        for (const [n, text] of texts.entries()) {
          await arrives(one, text)
          await pause((person * 17 + n * 23) % 60)
        }
      }),
    )
    await flow.settle()
    const rows = await query(
      'select conversation_id, question from turn order by conversation_id, answered_at, asked_at',
    )
    const asked = new Map<string, string>()
    for (const row of rows) {
      asked.set(row.conversation_id, `${asked.get(row.conversation_id) ?? ''}\n${row.question}`)
    }
    expect([...asked.values()]).toEqual(people.map(() => `\n${texts.join('\n')}`))
    for (const one of people) {
      const shown = messagesIn(flow.fake.world, one.chat.id).filter((m) => m.senderType === 'app')
      const times = shown.map((m) => m.createdAtMs)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
    const overlapping = await query(
      `select 1 from inbox_entry a join inbox_entry b on a.key = b.key and a.id < b.id
       where a.done_at > b.done_at`,
    )
    expect(overlapping).toEqual([])
  })

  test('what cannot be handled dies visibly, its person gets an apology, and it can be revived', async () => {
    await query('alter table turn rename to turn_away')
    await arrives(zhang, QUESTION)
    await until(async () => {
      await hurry('inbox_entry')
      return (await query('select 1 from inbox_entry where dead_at is not null')).length === 1
    }, 'it is dead')
    await flow.settle()
    expect(zhang.sees()).toEqual([expect.stringContaining('十分抱歉，系统处理您的消息时出错')])
    const [{ id, attempts, last_error }] = await query('select * from inbox_entry')
    expect(attempts).toBe(6)
    expect(last_error).toBe('数据未能写入或读取（42P01）')
    const metrics = await (await fetch(`${flow.url}/metrics`)).text()
    expect(metrics).toMatch(/^zhuqi_inbox_dead 1$/m)

    await query('alter table turn_away rename to turn')
    await zhang.says('公司设立登记收费吗')
    expect(zhang.last()).toContain('免费')
    expect(await revive(flow.database.db, 'inbox_entry', id)).toBe(true)
    await flow.settle()
    expect(zhang.last()).toContain('3 个工作日')
  })

  test('what dies beside a later text gets its apology, and the later text is tried on', async () => {
    await query('alter table turn rename to turn_away')
    await arrives(zhang, QUESTION)
    await until(async () => {
      // In one statement, so that the last try is never hurried between a look and an update.
      await query(
        'update inbox_entry set run_at = now() where lease is null and attempts < 5 and run_at > now()',
      )
      const [{ attempts, lease }] = await query('select attempts, lease from inbox_entry')
      return attempts === 5 && lease === null
    }, 'one try is left')
    await arrives(zhang, '公司设立登记收费吗')
    await hurry('inbox_entry')
    await flow.settle()
    expect(await query('select dead_at is not null as dead from inbox_entry order by id')).toEqual([
      { dead: true },
      { dead: false },
    ])
    expect(zhang.sees()).toEqual([expect.stringContaining('十分抱歉，系统处理您的消息时出错')])
    const failures = flow.logged.filter((one) => one.text === 'inbox entry failed')
    expect(failures.filter((one) => one.level === 'error')).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ attempts: 6, dead: true }) }),
    ])

    await query('alter table turn_away rename to turn')
    await hurry('inbox_entry')
    await flow.settle()
    expect(zhang.last()).toContain('免费')
  })

  describe('when Lark', () => {
    test.each<[string, FaultAction]>([
      [
        'asks to wait (429)',
        {
          status: 429,
          body: { code: 99991400, msg: 'request trigger frequency limit' },
          headers: { 'x-ogw-ratelimit-reset': '1' },
        },
      ],
      [
        'is asked too often for one chat (230020)',
        { status: 400, body: { code: 230020, msg: '' } },
      ],
      ['has an inner fault (502)', { status: 502, body: 'bad gateway' }],
      ['does it and loses the answer', 'lose-answer'],
    ])('%s, the message arrives once', async (_, action) => {
      faults(2, action)
      await zhang.says(QUESTION)
      expect(zhang.sees()).toHaveLength(1)
      expect(new Set(sends().map((one) => (one.body as { uuid: string }).uuid)).size).toBe(1)
      expect(sends().length).toBeGreaterThan(2)
    })

    test('refuses the card (230099), the same is sent as text', async () => {
      const msg = 'Failed to create card content, ext=ErrCode: 200861; ErrMsg: unsupported tag'
      faults(1, { status: 400, body: { code: 230099, msg } })
      await zhang.says(QUESTION)
      const [message] = messagesIn(flow.fake.world, zhang.chat.id).filter(
        (one) => one.senderType === 'app',
      )
      expect(message?.type).toBe('text')
      expect(zhang.last()).toMatch(/公司设立登记[\s\S]*3 个工作日/)
    })

    test('is not to be reached for hours, the messages go out when it is back, in order', async () => {
      const { url } = flow.fake
      await flow.fake.close()
      await arrives(zhang, QUESTION)
      // What was certainly not sent leaves no trace of a try, and so may be tried for ever so long.
      await until(async () => {
        await hurry('outbox_entry')
        const [row] = await query(
          'select attempts from outbox_entry where lease is null and first_tried_at is null',
        )
        return Number(row?.attempts ?? 0) >= 2
      }, 'it was tried in vain')
      await query(`update outbox_entry set created_at = now() - interval '20 hours'`)

      flow = { ...flow, fake: await reopened(flow, new URL(url).port) }
      await until(async () => {
        await hurry('outbox_entry')
        return messagesIn(flow.fake.world, zhang.chat.id).length > 0
      }, 'it has arrived')
    })

    test('may have it and an hour is over, it is not sent again but shown to a person', async () => {
      faults(40, 'lose-answer')
      await arrives(zhang, QUESTION)
      let before = 0
      await until(async () => {
        before = sends().length
        // In one statement, so that it is not tried again before the hour is over.
        const over = await query(`update outbox_entry set run_at = now(),
          first_tried_at = now() - interval '61 minutes'
          where last_error is not null and lease is null returning 1`)
        return over.length > 0
      }, 'the try has ended')
      await until(
        async () =>
          (await query('select 1 from outbox_entry where dead_at is not null')).length > 0,
        'it is given up',
      )
      expect(sends()).toHaveLength(before)
      expect(zhang.sees()).toHaveLength(1)
      const [{ last_error, id }] = await query('select * from outbox_entry')
      expect(last_error).toContain('请人工核对是否已送达')
      const metrics = await (await fetch(`${flow.url}/metrics`)).text()
      expect(metrics).toMatch(/^zhuqi_outbox_dead 1$/m)

      flow.fake.world.faults.length = 0
      await revive(flow.database.db, 'outbox_entry', id)
      await flow.settle()
      expect((await query('select 1 from outbox_entry where done_at is not null')).length).toBe(1)
    })

    test('says that the receiver is gone, it is not tried again', async () => {
      zhang.person.left = true
      faults(1, { status: 400, body: { code: 230002, msg: 'bot is not in the chat' } })
      await arrives(zhang, QUESTION)
      await until(
        async () =>
          (await query('select 1 from outbox_entry where dead_at is not null')).length > 0,
        'it is given up',
      )
      expect(sends()).toHaveLength(1)
    })
  })

  test('one chat that is refused does not hold up the others', async () => {
    const li = aPerson(flow, '李示例')
    faults(1, 'hang')
    await arrives(zhang, QUESTION)
    await until(() => sends().length === 1, 'one hangs')
    await arrives(li, QUESTION)
    await until(() => li.sees().length === 1, 'the other is answered')
  })
})

async function reopened(flow: LarkFlow, port: string) {
  const again = await startPatientLark({ port: Number(port) })
  for (const person of flow.fake.world.people.values())
    again.world.people.set(person.openId, person)
  for (const chat of flow.fake.world.chats.values()) again.world.chats.set(chat.id, chat)
  return again
}
