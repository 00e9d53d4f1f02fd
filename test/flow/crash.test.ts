// The product is killed, again and again, between the acknowledgement and the answer, and between
// sending and noting that it was sent. Whatever was acknowledged is answered, and answered once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/postgres/open-database.ts'
import { type Engine, SERVER_URL } from '../database.ts'
import { say } from '../fakes/lark/people.ts'
import type { FakeLark } from '../fakes/lark/platform.ts'
import { addPerson, messagesIn, type Person, p2pChat } from '../fakes/lark/world.ts'
import { startPatientLark, until } from './harness.ts'
import { larkProductOn, type Product, startProduct } from './processes.ts'
import { makeProgramRoot } from './small-root.ts'

const ROUNDS = 5
/** On a server the lease of a killed sender has to run out first. */
const RECOVERY_MS_MAX = 60_000
const LONG = 600_000

let root: string
beforeAll(() => {
  root = makeProgramRoot()
})

describe.each<[Engine, boolean]>([
  ['embedded', true],
  ['postgres', SERVER_URL !== undefined],
])('killed on %s', (engine, here) => {
  describe.skipIf(!here)('the product', () => {
    let fake: FakeLark
    let settings: Record<string, string>
    let clean = async () => {}
    let product: Product

    beforeAll(async () => {
      fake = await startPatientLark()
      const made = await larkProductOn(engine, fake)
      clean = made.clean
      settings = made.settings
      product = startProduct(root, settings)
      await product.ready()
    }, LONG)
    afterAll(async () => {
      await product.kill()
      await fake.close()
      await clean()
    })

    const answersTo = (person: Person) =>
      messagesIn(fake.world, p2pChat(fake.world, person.openId).id)
        .filter((one) => one.senderType === 'app')
        .map((one) => one.content)

    test(
      `between acknowledgement and answer, ${ROUNDS} rounds: each question is answered once`,
      async () => {
        const people: Person[] = []
        let interrupted = 0
        for (let round = 0; round < ROUNDS; round++) {
          const two = [
            addPerson(fake.world, `示例甲${round}`),
            addPerson(fake.world, `示例乙${round}`),
          ]
          people.push(...two)
          const said = await Promise.all(
            two.map((one) => say(fake.world, one.openId, '公司设立登记要几天')),
          )
          expect(said.map((one) => one.delivery.outcome)).toEqual([200, 200])
          await new Promise((resolve) => setTimeout(resolve, (round * 13) % 90))
          await product.kill()
          if (two.some((one) => answersTo(one).length === 0)) interrupted++
          product = startProduct(root, settings)
          await product.ready()
        }
        expect(interrupted, 'rounds in which the answer had not gone out').toBeGreaterThan(0)
        await until(
          () => people.every((one) => answersTo(one).length > 0),
          'everybody is answered',
          RECOVERY_MS_MAX,
        )
        for (const one of people)
          expect(answersTo(one)).toEqual([expect.stringContaining('QYKB-002')])
        expect(await turnsOf(product)).toBe(people.length)
      },
      LONG,
    )

    test(
      'between sending and noting it: the repeat is the same message',
      async () => {
        const person = addPerson(fake.world, '示例丙')
        fake.world.faults.push({ path: /messages/, action: { answerAfterMs: 60_000 } })
        await say(fake.world, person.openId, '公司设立登记要几天')
        await until(() => answersTo(person).length === 1, 'it has been sent')
        await product.kill()
        product = startProduct(root, settings)
        await product.ready()
        const sends = () =>
          fake.world.requests.filter(
            (one) =>
              one.method === 'POST' &&
              one.path.endsWith('/messages') &&
              JSON.stringify(one.body).includes(p2pChat(fake.world, person.openId).id),
          )
        await until(() => sends().length >= 2, 'it is sent again', RECOVERY_MS_MAX)
        const uuids = sends().map((one) => (one.body as { uuid: string }).uuid)
        expect(new Set(uuids).size).toBe(1)
        expect(answersTo(person)).toHaveLength(1)
      },
      LONG,
    )

    /** Counts what was decided, after an orderly stop. */
    async function turnsOf(running: Product): Promise<number> {
      expect((await running.stop()).code).toBe(0)
      const url = settings['DATABASE_URL']
      const open = await openDatabase(
        url ? { kind: 'postgres', url } : { kind: 'embedded', dataDir: settings['DATA_DIR'] ?? '' },
        () => {},
      )
      const { rows } = await open.pool.query('select count(*)::int as count from turn')
      await open.close()
      product = startProduct(root, settings)
      await product.ready()
      return rows[0].count
    }
  })
})
