// The only place that loads the Lark SDK: half a second and some 70 MB that a process without Lark
// should not pay. Its server side is not used at all.
import { once } from './once.ts'

type LarkSdk = typeof import('@larksuiteoapi/node-sdk')

/** Default for one HTTP exchange with Lark, in milliseconds; the SDK itself would wait for ever. */
const TIMEOUT_MS = 8000

const load = once<LarkSdk>(() => import('@larksuiteoapi/node-sdk').then((module) => module))

/** Loads the SDK once. The timeout is a property of the SDK's process-wide HTTP client. */
export async function loadSdk(timeoutMs = TIMEOUT_MS): Promise<LarkSdk> {
  const sdk = await load()
  const http = sdk.defaultHttpInstance as unknown as { defaults: { timeout: number } }
  http.defaults.timeout = timeoutMs
  return sdk
}
