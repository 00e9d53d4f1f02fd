// Somebody opens the chat, uses the menu, or adds the assistant to a group. A person is greeted
// once; opening the chat again is not an occasion.
import type { Incoming } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import { myTickets, toPerson } from '../compose/buttons.ts'
import type { Catalogue, Commit, HandleDeps } from './handling.ts'
import { ABOUT_NOTHING } from './in-private.ts'
import { askQuestion } from './on-text.ts'

/** Menu entries that stand for a sentence. */
const MENU_TEXTS: Readonly<Record<string, string>> = {
  my_tickets: '我的诉求',
  menu_my_tickets: '我的诉求',
  person: '转人工',
  menu_person: '转人工',
}

/** A menu key with a text is handled as if that had been written; any other greets. */
export async function onArrival(deps: HandleDeps, event: Incoming): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  const { content } = event
  const menuText = content.kind === 'menu' ? MENU_TEXTS[content.key] : undefined
  if (menuText !== undefined) {
    return askQuestion({ deps, event, conversation }, { kind: 'text', text: menuText })
  }
  return async (stores) => {
    const asked = content.kind !== 'entered'
    const first = await stores.conversations.claimGreeting(conversation.contact.id)
    if (!asked && !first) return null
    await stores.enqueue([
      {
        address: event.replyAddress,
        purpose: 'greeting',
        message: greeting(deps.catalogue(), content.kind === 'bot_added'),
        ...ABOUT_NOTHING,
      },
    ])
    return null
  }
}

function greeting({ sections, items }: Catalogue, inGroup: boolean): Message {
  const names = sections.map(({ name }) => name).join('、')
  const ask = (q: string) => ({ label: q, value: { a: 'ask', q } })
  return {
    title: '您好，我是助企小舟',
    tone: 'info',
    summary: '您好，我是助企小舟，可为您解答涉企服务事项',
    blocks: [
      {
        kind: 'text',
        text: [
          `可为您解答${names} ${sections.length} 个板块 ${items.length} 项涉企服务事项。`,
          '解答不了的，可提交诉求，由服务专员办理并在此回复您，直至您确认解决。',
        ].join(''),
      },
      ...(inGroup ? [{ kind: 'text', text: '在群里请 @我 提问。' } as const] : []),
      {
        kind: 'actions',
        actions: [
          ask('公司设立登记要几天'),
          ask('外轮进港要报哪些部门'),
          ask('信用修复要哪些材料'),
          myTickets,
          toPerson(),
        ],
      },
      {
        kind: 'note',
        text: '解答内容为示范，待中心核定；请勿发送身份证、银行卡号码。遇火情、人身危险请直接拨打 119、110、120，海上遇险请拨打 12395。',
      },
    ],
  }
}
