// A button on a specialist's card: done at once when one click says all, else answered with the
// form that is missing. Who may do what is decided by the ticket feature, not by the card.
import type { TicketId } from '../kernel/ids.ts'
import { type Block, type Message, plainMessage } from '../kernel/message.ts'
import { backgroundIn, withoutBackground } from './background.ts'
import type { Command, CommandKind } from './command.ts'
import { type DeskAct, deskActs, isDeskAct } from './desk-acts.ts'
import type { DeskLists } from './desk-fields.ts'
import { type Form, type FormFacts, readCommand } from './read-command.ts'
import { refusalText } from './refusals.ts'
import type { RefusalCode } from './rules-parts.ts'
import type { Ticket } from './ticket.ts'
import { STATE_WORDS } from './words.ts'

/** `act` and `number` came back with the button; `form` is null when no form was filled in. */
export type DeskClick = Readonly<{ act: string; number: string; form: Form | null }>

/** A ticket, the commands that this person may give now, and how many tickets follow it. */
type Seen = Readonly<{ ticket: Ticket; kinds: readonly CommandKind[]; followers: number }>

export type DeskClickDeps = Readonly<{
  /** Null when it is not theirs to see. */
  look: (number: string) => Promise<Seen | null>
  lists: () => Promise<DeskLists>
  facts: (ticket: Ticket, form: Form) => Promise<FormFacts>
  perform: (
    ticket: Ticket,
    command: Command,
  ) => Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; code: RefusalCode | 'unknown' }>>
}>

export type DeskReply = Readonly<{
  toast: string
  tone: 'success' | 'info' | 'error'
  /** Sent to the person who clicked. */
  message: Message | null
  /** The ticket it is about; null when there is none that the person may see. */
  ticketId: TicketId | null
}>

type Said = Omit<DeskReply, 'ticketId'>

/**
 * What is refused is said in `toast`. A ticket that is not theirs to see is told like one that does
 * not exist.
 */
export async function deskClick(deps: DeskClickDeps, click: DeskClick): Promise<DeskReply> {
  const seen = await deps.look(click.number)
  if (seen === null) return { ...refuse('没有找到这件工单，或您没有查看权限'), ticketId: null }
  return { ...(await clicked(deps, click, seen)), ticketId: seen.ticket.id }
}

async function clicked(
  deps: DeskClickDeps,
  click: DeskClick,
  { ticket, kinds, followers }: Seen,
): Promise<Said> {
  if (click.act === 'open') {
    return {
      toast: '请查看工单',
      tone: 'info',
      message: overview(ticket, deskActs(kinds, await deps.lists(), followers)),
    }
  }
  if (!isDeskAct(click.act) || !kinds.includes(click.act)) {
    return {
      ...refuse(`工单当前状态为「${STATE_WORDS[ticket.state]}」，不能进行此操作`),
      message: overview(ticket, deskActs(kinds, await deps.lists(), followers)),
    }
  }
  const [act] = deskActs([click.act], await deps.lists(), followers)
  if (act && act.fields.length > 0 && click.form === null) {
    return { toast: '请填写', tone: 'info', message: formFor(ticket, act) }
  }
  const form = click.form ?? {}
  const read = readCommand(click.act, form, await deps.facts(ticket, form))
  if (!read.ok) return refuse('有内容没有填写或填写有误，请检查后再提交')
  const done = await deps.perform(ticket, read.command)
  return done.ok ? finished(deps, click.number) : refuse(refusalText(done.code, ticket))
}

/** The card that was clicked shows what was; what may be done next comes with a new one. */
async function finished(deps: DeskClickDeps, number: string): Promise<Said> {
  const seen = await deps.look(number)
  const acts = seen === null ? [] : deskActs(seen.kinds, await deps.lists(), seen.followers)
  const message = seen === null || acts.length === 0 ? null : overview(seen.ticket, acts)
  return { toast: '已完成', tone: 'success', message }
}

/**
 * Joins tickets to the lead of their wave; the lead itself is passed over.
 * @returns how many were joined, and the first reason why another was not
 */
export async function joinLead(
  deps: DeskClickDeps,
  lead: string,
  numbers: readonly string[],
): Promise<Readonly<{ joined: number; refused: string | null }>> {
  let joined = 0
  let refused: string | null = null
  for (const number of numbers.filter((one) => one !== lead)) {
    const done = await deskClick(deps, { act: 'follow', number, form: { into: lead } })
    if (done.tone === 'success') joined++
    else refused ??= done.toast
  }
  return { joined, refused }
}

const refuse = (toast: string): Said => ({
  toast,
  tone: 'error',
  message: plainMessage(toast, 'warning'),
})

const fold = (title: string, text: string): Block => ({
  kind: 'fold',
  title,
  blocks: [{ kind: 'text', text }],
})

function overview(ticket: Ticket, acts: readonly DeskAct[]): Message {
  const background = backgroundIn(ticket.description)
  return {
    title: `工单 ${ticket.number}`,
    tone: 'info',
    summary: `工单 ${ticket.number}：${STATE_WORDS[ticket.state]}`,
    blocks: [
      { kind: 'field', label: '状态', lines: [STATE_WORDS[ticket.state]] },
      { kind: 'field', label: '事由', lines: [ticket.title] },
      fold('诉求原文', withoutBackground(ticket.description)),
      ...(background === '' ? [] : [fold('此前的对话', background)]),
      ...(acts.length > 0
        ? [
            {
              kind: 'actions' as const,
              actions: acts.map((act) => ({
                label: act.label,
                style: act.style,
                value: { a: 'ticket', act: act.kind, number: ticket.number },
                ...(act.confirm === null || act.fields.length > 0 ? {} : { confirm: act.confirm }),
              })),
            },
          ]
        : []),
    ],
  }
}

function formFor(ticket: Ticket, act: DeskAct): Message {
  return {
    title: `${act.label} · ${ticket.number}`,
    tone: 'info',
    summary: `${act.label}：${ticket.title}`.slice(0, 80),
    blocks: [
      { kind: 'text', text: ticket.title },
      ...(act.confirm === null ? [] : [{ kind: 'note' as const, text: act.confirm }]),
      {
        kind: 'form',
        name: `desk_${act.kind}`,
        fields: act.fields,
        submit: {
          label: '提交',
          style: 'primary',
          value: { a: 'ticket_do', act: act.kind, number: ticket.number },
        },
      },
    ],
  }
}
