// Lark, put together: what comes in, what goes out, and how staff sign in with it.
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config, LarkConfig } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import type { Reply } from '../conversation/ports.ts'
import type { LarkHeaders, LarkPush } from '../http/lark-webhook.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import { type CallbackAnswer, EMPTY_ANSWER, toastAnswer } from '../lark/callback-answer.ts'
import { convert } from '../lark/inbound/events.ts'
import { createGate } from '../lark/inbound/gate.ts'
import type { LarkLog } from '../lark/log.ts'
import { openLongConnection } from '../lark/long-connection.ts'
import { checkBoot } from '../lark/outbound/boot.ts'
import { createLarkApi, type LarkSettings } from '../lark/outbound/client.ts'
import { createDownload } from '../lark/outbound/downloads.ts'
import { LarkError } from '../lark/outbound/errors.ts'
import { createCoalescer, createPacer } from '../lark/outbound/pacing.ts'
import { createSender } from '../lark/outbound/send.ts'
import type { OutboxRow } from '../postgres/outbox.ts'
import type { SendResult } from '../worker/outbox.ts'

const DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024
/** A boot check that failed for want of a network is tried again after so long. */
const BOOT_RETRY_MS = 15_000
/** Lark gives a click three seconds; ours must arrive before that. */
const CLICK_MS_MAX = 2_500

export type LarkSide = Readonly<{
  receive: (raw: Uint8Array, headers: LarkHeaders) => LarkPush
  send: (row: OutboxRow) => Promise<SendResult>
  /** Puts the row's message in the place of a card sent before. */
  updateCard: (ref: string, row: OutboxRow) => Promise<SendResult>
  download: ReturnType<typeof createDownload>
  state: () => Readonly<{ ready: boolean; problem: string | null }>
  /** Learns who we are, and connects where the long connection is used. */
  start: (inbound: LarkInbound) => void
  stop: () => void
}>

export type LarkInbound = Readonly<{
  store: (event: Incoming) => Promise<string | null>
  /** Handles a click at once. @returns what to tell, or null when it goes on in the background */
  click: (event: Incoming) => Promise<Reply | null>
}>

export function composeLark(lark: LarkConfig, secrets: Secrets, log: Log): LarkSide {
  const settings = {
    appId: lark.appId,
    appSecret: secrets.larkAppSecret ?? '',
    domain: lark.domain,
  }
  const larkLog: LarkLog = (level, text, fields) => log[level](fields, text)
  const pacing = { nowMs: Date.now, sleep: (ms: number) => sleep(ms) }
  const api = createLarkApi(settings, { ...pacing, log: larkLog, random: Math.random })
  const sender = createSender({
    api,
    pacer: createPacer(pacing),
    coalescer: createCoalescer(pacing),
    switches: { submitNeedsBehaviors: lark.submitBehaviors },
  })
  const gate =
    lark.mode === 'webhook'
      ? createGate({
          encryptKey: secrets.larkEncryptKey ?? '',
          verificationToken: secrets.larkVerificationToken ?? '',
          appId: lark.appId,
        })
      : null
  const bot = makeBot(settings, log)
  let close = () => {}
  let stopped = false

  const convertNow = (envelope: unknown) =>
    convert(envelope, {
      now: new Date(),
      botOpenId: bot.openId(),
      isGroupChat: (chatId) => chatId === lark.triageChatId,
    })

  return {
    receive: (raw, headers) => {
      if (!gate) return { kind: 'reject', status: 401, reason: 'webhook is off' }
      const opened = gate(raw, headers)
      if (opened.kind === 'challenge' || opened.kind === 'reject') return opened
      return pushOf(convertNow(opened.envelope), opened.kind === 'card')
    },
    send: (row) => sendRow(sender, row),
    updateCard: (ref, row) => updateSent(sender, ref, row),
    download: createDownload({ api, bytesMax: DOWNLOAD_BYTES_MAX }),
    state: bot.state,
    start: (inbound) => {
      void bot.boot()
      if (lark.mode !== 'long-connection') return
      const handle = (envelope: unknown) =>
        answerEnvelope(inbound, pushOf(convertNow(envelope), isCard(envelope)))
      openLongConnection(settings, {
        handle,
        log: larkLog,
        sleep: pacing.sleep,
        random: Math.random,
      }).then(
        (connection) => {
          close = connection.stop
          if (stopped) close()
        },
        (error) => {
          log.error({ error: String(error) }, 'long connection cannot be opened')
          bot.fail('飞书长连接无法建立，请检查 LARK_APP_ID 和网络')
        },
      )
    },
    stop: () => {
      stopped = true
      bot.stop()
      close()
    },
  }
}

/** Learns who the bot is, for as long as it takes; without that no group message can be judged. */
function makeBot(settings: LarkSettings, log: Log) {
  let openId: string | null = null
  let problem: string | null = '尚未连接飞书'
  let failure: string | null = null
  let stopped = false

  async function boot(): Promise<void> {
    while (!stopped) {
      const result = await checkBoot(settings, { fetch, nowMs: Date.now })
      if (result.kind === 'ready') {
        openId = result.botOpenId
        problem = null
        log.info({ bot: result.botName, skewMs: result.skewMs }, 'lark is ready')
        return
      }
      const { setting, remedy, code } = result.problem
      problem = `${setting}: ${remedy}`
      log.error({ setting, code, remedy }, 'lark is not ready')
      await sleep(BOOT_RETRY_MS, undefined, { ref: false })
    }
  }
  return {
    boot,
    openId: () => openId,
    state: () => ({ ready: (failure ?? problem) === null, problem: failure ?? problem }),
    /** Nothing will come in, whoever the bot is. */
    fail: (why: string) => {
      failure = why
    },
    stop: () => {
      stopped = true
    },
  }
}

/** What goes back over the long connection. A rejection makes Lark deliver again. */
async function answerEnvelope(inbound: LarkInbound, push: LarkPush): Promise<object> {
  if (push.kind === 'card') return answerClick(inbound, push.event)
  if (push.kind === 'unready') throw new Error('the bot is not known yet')
  if (push.kind === 'events') await Promise.all(push.events.map(inbound.store))
  return {}
}

/** Answers a click within Lark's time: with the outcome, or that it goes on. */
export async function answerClick(
  inbound: Pick<LarkInbound, 'click'>,
  event: Incoming,
): Promise<CallbackAnswer> {
  const timer = new AbortController()
  const late = sleep(CLICK_MS_MAX, 'late' as const, { signal: timer.signal }).catch(() => null)
  const reply = await Promise.race([inbound.click(event), late])
  timer.abort()
  if (reply === 'late') return toastAnswer({ summary: '已收到，正在处理…', tone: 'info' })
  if (reply === null) return EMPTY_ANSWER
  const tone = reply.tone === 'error' ? 'danger' : reply.tone
  return toastAnswer({ summary: reply.text, tone })
}

function isCard(envelope: unknown): boolean {
  const header = (envelope as { header?: { event_type?: unknown } } | null)?.header
  return header?.event_type === 'card.action.trigger'
}

function pushOf(converted: ReturnType<typeof convert>, card: boolean): LarkPush {
  switch (converted.kind) {
    case 'ignored':
      return { kind: 'ignored', reason: converted.reason, detail: converted.detail }
    case 'unready':
      return { kind: 'unready' }
    case 'incoming':
      return card
        ? { kind: 'card', event: converted.incoming[0] }
        : { kind: 'events', events: converted.incoming, late: converted.late }
  }
}

/** Whose turn it is when Lark refuses for good; shown with the dead letter. */
const WHO: Readonly<Record<'administrator' | 'operator' | 'developer', string>> = {
  administrator: '请管理员检查应用可用范围',
  operator: '请检查飞书应用的权限和配置',
  developer: '消息内容被飞书拒绝，请反馈给技术人员',
}

function sendRow(sender: ReturnType<typeof createSender>, row: OutboxRow): Promise<SendResult> {
  return passing(async () => {
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
        return { kind: 'undeliverable', reason: `${WHO[result.who]}（飞书错误码 ${result.code}）` }
    }
  })
}

/** A card that is gone, too old or was sent as text has no buttons to take back. */
function updateSent(
  sender: ReturnType<typeof createSender>,
  ref: string,
  row: OutboxRow,
): Promise<SendResult> {
  return passing(async () => {
    await sender.updateCard(ref, row.message, { inGroup: row.address.replyTo !== null })
    return { kind: 'sent', ref: null }
  })
}

/** What passes by itself is to be tried again. */
async function passing(work: () => Promise<SendResult>): Promise<SendResult> {
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

/** PKCE verifier and state for one sign-in. */
export function newOAuthSecrets(): Readonly<{ state: string; verifier: string }> {
  return {
    state: randomBytes(16).toString('base64url'),
    verifier: randomBytes(48).toString('base64url'),
  }
}

/** The redirect that must be listed in the Lark app's security settings. */
export function oauthRedirect(config: Config): string | null {
  return config.http.publicUrl
    ? `${config.http.publicUrl.replace(/\/+$/, '')}/api/console/lark/callback`
    : null
}
