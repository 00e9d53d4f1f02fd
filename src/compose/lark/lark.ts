// Lark, put together: what comes in, what goes out, and how staff sign in with it.
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config, LarkConfig } from '../../config/config.ts'
import type { Secrets } from '../../config/secrets.ts'
import type { LarkHeaders, LarkPush } from '../../http/lark-webhook.ts'
import { causeForLog } from '../../kernel/cause.ts'
import type { Log } from '../../kernel/log.ts'
import { convert } from '../../lark/inbound/events.ts'
import { createGate } from '../../lark/inbound/gate.ts'
import type { LarkLog } from '../../lark/log.ts'
import { type LongConnectionDeps, openLongConnection } from '../../lark/long-connection.ts'
import { checkBoot } from '../../lark/outbound/boot.ts'
import { createLarkApi, type LarkApi, type LarkSettings } from '../../lark/outbound/client.ts'
import { createDownload } from '../../lark/outbound/downloads.ts'
import type { LiveCardStore } from '../../lark/outbound/live-card.ts'
import { createLiveCards, type LiveCards } from '../../lark/outbound/live-cards.ts'
import { createCoalescer, createPacer } from '../../lark/outbound/pacing.ts'
import { createPost, createSender } from '../../lark/outbound/send.ts'
import type { OutboxRow } from '../../postgres/outbox.ts'
import type { SendResult } from '../../worker/outbox.ts'
import { sendOrFinish } from '../chat/live-answers.ts'
import { answerEnvelope, isCard, type LarkInbound, pushOf } from './inbound.ts'
import { orTryAgain, sendRow, updateSent } from './send.ts'

const DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024
/** A boot check that failed for want of a network is tried again after so long. */
const BOOT_RETRY_MS = 15_000
const pacing = { nowMs: Date.now, sleep: (ms: number) => sleep(ms) }

export type LarkSide = Readonly<{
  receive: (raw: Uint8Array, headers: LarkHeaders) => LarkPush
  send: (row: OutboxRow) => Promise<SendResult>
  /** Puts the row's message in the place of a card sent before. */
  updateCard: (ref: string, row: OutboxRow) => Promise<SendResult>
  liveCards: LiveCards
  download: ReturnType<typeof createDownload>
  state: () => Readonly<{ ready: boolean; problem: string | null }>
  /** Learns who we are, and connects where the long connection is used. */
  start: (inbound: LarkInbound) => void
  stop: () => void
}>

export type LarkDeps = Readonly<{ secrets: Secrets; store: LiveCardStore; log: Log }>

/** Pushes over HTTP are taken in webhook mode alone; elsewhere each is refused. */
export function composeLark(lark: LarkConfig, { secrets, store, log }: LarkDeps): LarkSide {
  const settings = {
    appId: lark.appId,
    appSecret: secrets.larkAppSecret ?? '',
    domain: lark.domain,
  }
  const larkLog: LarkLog = (level, text, fields) => log[level](fields, text)
  const api = createLarkApi(settings, { ...pacing, log: larkLog, random: Math.random })
  const { sender, liveCards } = makeOutbound(api, lark, store)
  const gate =
    lark.mode === 'webhook'
      ? createGate({
          encryptKey: secrets.larkEncryptKey ?? '',
          verificationToken: secrets.larkVerificationToken ?? '',
          appId: lark.appId,
        })
      : null
  const bot = makeBot(settings, log)
  let disconnect = () => {}

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
    send: (row) =>
      orTryAgain(() => sendOrFinish(row, { send: (one) => sendRow(sender, one), liveCards }, log)),
    updateCard: (ref, row) => updateSent(sender, ref, row),
    liveCards,
    download: createDownload({ api, bytesMax: DOWNLOAD_BYTES_MAX }),
    state: bot.state,
    start: (inbound) => {
      bot.boot().catch((error) => {
        log.error({ error: causeForLog(error) }, 'what the bot is cannot be learnt')
        bot.fail('飞书连接检查异常中止，请查看日志后重启服务')
      })
      if (lark.mode !== 'long-connection') return
      const handle = (envelope: unknown) =>
        answerEnvelope(inbound, pushOf(convertNow(envelope), isCard(envelope)), log)
      disconnect = connect(settings, { handle, log: larkLog }, (error) => {
        log.error({ error: causeForLog(error) }, 'long connection cannot be opened')
        bot.fail('飞书长连接无法建立，请检查 LARK_APP_ID 和网络')
      })
    },
    stop: () => {
      bot.stop()
      disconnect()
    },
  }
}

/** @returns what ends the long connection, also while it is still being opened */
function connect(
  settings: LarkSettings,
  { handle, log }: Pick<LongConnectionDeps, 'handle' | 'log'>,
  onFailure: (error: unknown) => void,
): () => void {
  let stopped = false
  let close = () => {}
  openLongConnection(settings, { handle, log, sleep: pacing.sleep, random: Math.random }).then(
    (connection) => {
      close = connection.stop
      if (stopped) close()
    },
    onFailure,
  )
  return () => {
    stopped = true
    close()
  }
}

function makeOutbound(api: LarkApi, { submitBehaviors }: LarkConfig, store: LiveCardStore) {
  const pacer = createPacer(pacing)
  const switches = { submitNeedsBehaviors: submitBehaviors }
  const post = createPost({ api, pacer })
  return {
    sender: createSender({ api, pacer, coalescer: createCoalescer(pacing), switches }),
    liveCards: createLiveCards({
      kit: api.cardkit,
      store,
      post,
      recall: api.recall,
      switches,
      sleep: pacing.sleep,
    }),
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
