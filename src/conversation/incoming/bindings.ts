// Who speaks for an enterprise, in the chat: a colleague who is confirmed already may confirm a new
// contact, the one who asked is told, and anybody may say that they no longer do.
import { type Message, plainMessage } from '../../kernel/message.ts'
import { myTickets } from '../compose/buttons.ts'
import type { Contact } from '../conversation.ts'
import type { Reply, TurnStores } from '../ports.ts'

export type AskedBinding = Readonly<{
  id: string
  enterpriseName: string
  creditCode: string
  /** What those confirmed for the same code called it, where that is something else. */
  otherNames: readonly string[]
  /** The name that the person gave with the ticket. */
  personName: string
}>

/**
 * To a colleague who is confirmed, and in other words to staff. The code is what opens the tickets,
 * and the name beside it is only what somebody typed: both are shown, and where they part.
 */
export function bindingToConfirm(asked: AskedBinding, reader: 'colleague' | 'staff'): Message {
  const { id, enterpriseName, creditCode, otherNames, personName } = asked
  const a = reader === 'staff' ? 'binding_staff' : 'binding'
  const who = reader === 'staff' ? '请核实名称与代码相符后确认。' : '如是贵企业同事，请确认。'
  return {
    title: '请确认企业联系人',
    tone: otherNames.length > 0 ? 'warning' : 'info',
    summary: `${personName} 申请代表「${enterpriseName}」`,
    blocks: [
      {
        kind: 'text',
        text: `${personName} 提交诉求时填写的企业为「${enterpriseName}」，统一社会信用代码 ${creditCode}。${who}确认后，对方可查看和办理该代码下企业的全部诉求（举报件除外）。`,
      },
      ...(otherNames.length > 0
        ? [{ kind: 'text', text: otherNamesWords(otherNames) } as const]
        : []),
      {
        kind: 'actions',
        actions: [
          {
            label: '确认是本企业联系人',
            style: 'primary',
            value: { a, id, confirmed: true },
            confirm: '确认后对方可查看该企业的全部诉求，确定吗？',
          },
          { label: '不是', value: { a, id, confirmed: false } },
        ],
      },
    ],
  }
}

const otherNamesWords = (names: readonly string[]) =>
  `请注意：该代码已确认的企业名称为「${names.join('」「')}」，与本次填写的不一致，请核对清楚再确认。`

/** To the one who asked, once it is decided. */
export function bindingDecided(enterpriseName: string, confirmed: boolean): Message {
  return confirmed
    ? {
        title: '企业联系人已确认',
        tone: 'success',
        summary: `您已确认为「${enterpriseName}」的联系人`,
        blocks: [
          {
            kind: 'text',
            text: `您已确认为「${enterpriseName}」的联系人，可查看和办理本企业的诉求。离职或者不再负责时，请点「不再代表该企业」。`,
          },
          {
            kind: 'actions',
            actions: [myTickets],
          },
        ],
      }
    : plainMessage(
        `您与「${enterpriseName}」的关系未获确认，暂不能查看该企业其他同事的诉求；您自己提交的诉求不受影响。如有疑问，请联系服务专员。`,
        'warning',
      )
}

/** To whom it was taken from. */
export const bindingEnded = (enterpriseName: string): Message =>
  plainMessage(
    `您已不再是「${enterpriseName}」的联系人，不能再查看该企业的诉求。如有疑问，请联系服务专员。`,
    'warning',
  )

/** The enterprises that somebody speaks for, each with the way out. */
export function boundEnterprises(
  enterprises: readonly Readonly<{ creditCode: string; enterpriseName: string }>[],
): Message['blocks'] {
  return enterprises.map(({ creditCode, enterpriseName }) => ({
    kind: 'fold',
    title: `您代表：${enterpriseName}`,
    blocks: [
      {
        kind: 'actions',
        actions: [
          {
            label: '不再代表该企业',
            value: { a: 'leave_enterprise', code: creditCode },
            confirm: '此后将不能查看该企业的诉求，进展改为告知该企业的其他联系人，确定吗？',
          },
        ],
      },
    ],
  }))
}

/** A colleague's answer. */
export async function onColleagueDecision(
  stores: Pick<TurnStores, 'bindings'>,
  contact: Contact,
  id: string,
  confirmed: boolean,
): Promise<Reply> {
  switch (await stores.bindings.decide(contact, id, confirmed)) {
    case 'decided':
      return { text: confirmed ? '已确认' : '已拒绝', tone: 'success' }
    case 'gone':
      return { text: '该申请已处理', tone: 'info' }
    case 'not_yours':
      return { text: '只有该企业已确认的其他联系人可以确认', tone: 'error' }
  }
}

export async function onLeaveEnterprise(
  stores: Pick<TurnStores, 'bindings'>,
  contact: Contact,
  creditCode: string,
): Promise<Reply> {
  const left = await stores.bindings.leave(contact, creditCode)
  return left
    ? { text: '已解除，您不再代表该企业', tone: 'success' }
    : { text: '您当前不代表该企业', tone: 'error' }
}
