// A ticket as an enterprise contact opens it at the web chat.
import { randomUUID } from 'node:crypto'
import type { Flow } from './harness.ts'
import type { WebVisitor } from './web-visitor.ts'

export const FORM = {
  enterpriseName: '示例贸易有限公司',
  creditCode: '',
  contactName: '张示例',
  phone: '13800000000',
  district: 'city',
  kind: 'help',
  description: '园区门口路灯三天不亮，请协调处理。',
}

/** @returns the number of the ticket that was opened */
export async function submitsTicket(
  flow: Pick<Flow, 'settle'>,
  visitor: WebVisitor,
  given: Readonly<{ form?: Partial<typeof FORM>; code?: string }> = {},
): Promise<string> {
  await presses(
    flow,
    visitor,
    { a: 'ticket_submit', reason: 'person_wanted', code: given.code ?? '' },
    { ...FORM, ...given.form },
  )
  const said = JSON.stringify(await visitor.transcript())
  const number = said.match(/ZSQS-\d{8}-\d{4}/g)?.at(-1)
  if (!number) throw new Error(`no ticket was opened: ${said}`)
  return number
}

export async function presses(
  flow: Pick<Flow, 'settle'>,
  visitor: WebVisitor,
  action: Readonly<Record<string, unknown>>,
  form: Readonly<Record<string, string>> = {},
): Promise<void> {
  const clientId = randomUUID()
  const response = await visitor.post('/api/chat/actions', { clientId, action, form })
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`)
  await flow.settle()
}
