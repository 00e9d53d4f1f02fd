// What became of a message that was given to Lark, as the outbox understands it.
import { LarkError } from '../../lark/outbound/errors.ts'
import type { createSender } from '../../lark/outbound/send.ts'
import type { OutboxRow } from '../../postgres/outbox.ts'
import type { SendResult } from '../../worker/outbox.ts'

/** Whose turn it is when Lark refuses for good; shown with the dead letter. */
const WHO: Readonly<Record<'administrator' | 'operator' | 'developer', string>> = {
  administrator: '请管理员检查应用可用范围',
  operator: '请检查飞书应用的权限和配置',
  developer: '消息内容被飞书拒绝，请反馈给技术人员',
}

/** Never rejects. The row's id is the uuid, so that a repeat within the hour is the same message. */
export function sendRow(
  sender: ReturnType<typeof createSender>,
  row: OutboxRow,
): Promise<SendResult> {
  return orTryAgain(async () => {
    const result = await sender.sendMessage(row.address, row.message, row.id)
    switch (result.kind) {
      case 'sent':
        return { kind: 'sent', ref: result.messageId }
      case 'gone':
        return {
          kind: 'undeliverable',
          reason: `接收人或会话已不可用（飞书错误码 ${result.code}）`,
        }
      case 'refused':
        return refusal(result)
    }
  })
}

const refusal = ({ who, code }: Readonly<{ who: keyof typeof WHO; code: number }>): SendResult => ({
  kind: 'undeliverable',
  reason: `${WHO[who]}（飞书错误码 ${code}）`,
})

/**
 * Done also where nothing can be pressed that would be taken back: the card is gone, too old, or was
 * sent as text, whose update Lark refuses as a mistake of ours.
 */
export function updateSent(
  sender: ReturnType<typeof createSender>,
  ref: string,
  row: OutboxRow,
): Promise<SendResult> {
  return orTryAgain(async () => {
    const inGroup = row.address.toKind === 'group'
    const result = await sender.updateCard(ref, row.message, { inGroup })
    if (result.kind === 'refused' && result.who !== 'developer') return refusal(result)
    return { kind: 'sent', ref: null }
  })
}

/** What passes by itself is to be tried again. */
export async function orTryAgain(work: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LarkError)) throw error
    const reason = `飞书暂时不可用（${error.http || '无响应'} / ${error.code}）`
    return {
      kind: 'retry',
      reason,
      maybeSent: error.maybeDone,
      ...(error.retryAfterMs > 0 ? { waitMs: error.retryAfterMs } : {}),
    }
  }
}
