// Events over Lark's long connection, for installations without a public address. The SDK keeps
// the connection; what it gives up on (busy, forbidden, too many connections) is started again here.
import type { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk'
import { causeForLog } from '../kernel/cause.ts'
import { type LarkLog, redactingLogger, withoutSecrets } from './log.ts'
import type { LarkSettings } from './outbound/client.ts'
import { loadSdk } from './sdk.ts'

const RESTART_MS = 2000
const RESTART_MS_MAX = 5 * 60 * 1000
const HANDSHAKE_TIMEOUT_MS = 15_000
/** No frame for so long after a ping: the connection is dead, whatever the socket says. */
const PONG_TIMEOUT_S = 20
/** The SDK does not start with another form of id, and only logs that. */
const APP_ID = /^cli_[0-9a-fA-F]{16}$/

export type LongConnectionDeps = Readonly<{
  /**
   * Stores the event, or answers the card callback; the result is sent back to Lark. It must be
   * quick: Lark waits three seconds. A rejection makes Lark deliver again.
   */
  handle: (envelope: unknown) => Promise<object>
  log: LarkLog
  sleep: (ms: number) => Promise<void>
  random: () => number
}>

export type LongConnection = Readonly<{
  state: () => 'connecting' | 'connected' | 'stopped'
  stop: () => void
}>

/** Connects and stays connected until `stop`. Throws `RangeError` for an app id the SDK refuses. */
export async function openLongConnection(
  settings: LarkSettings,
  deps: LongConnectionDeps,
): Promise<LongConnection> {
  if (!APP_ID.test(settings.appId)) throw new RangeError('LARK_APP_ID: cli_ and 16 hex digits')
  const sdk = await loadSdk(settings.timeoutMs)
  let stopped = false
  let connected = false
  let failures = 0

  const client: WSClient = new sdk.WSClient({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain: settings.domain,
    logger: redactingLogger(deps.log),
    loggerLevel: sdk.LoggerLevel.warn,
    handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
    wsConfig: { pingTimeout: PONG_TIMEOUT_S },
    onReady: () => up(),
    onReconnecting: () => {
      connected = false
    },
    onReconnected: () => up(),
    onError: (error) => {
      restart(error).catch((cause) =>
        deps.log('error', 'lark_long_connection_not_restarted', { cause: causeForLog(cause) }),
      )
    },
  })

  function up(): void {
    connected = true
    failures = 0
    deps.log('info', 'lark_long_connection_up', {})
  }

  async function restart(error: Error): Promise<void> {
    connected = false
    const waitMs = Math.min(RESTART_MS_MAX, RESTART_MS * 2 ** failures) * (0.5 + deps.random() / 2)
    failures += 1
    deps.log('error', 'lark_long_connection_failed', {
      message: withoutSecrets(error.message),
      waitMs,
    })
    await deps.sleep(waitMs)
    if (!stopped) await start()
  }

  // The SDK hands the decrypted envelope to `invoke` and to nothing else of its dispatcher, which
  // would flatten the envelope and lose members that share a name.
  const dispatcher = { invoke: (envelope: unknown) => deps.handle(envelope) }
  const start = () => client.start({ eventDispatcher: dispatcher as unknown as EventDispatcher })

  await start()
  return {
    state: () => (stopped ? 'stopped' : connected ? 'connected' : 'connecting'),
    stop: () => {
      stopped = true
      connected = false
      client.close({ force: true })
    },
  }
}
