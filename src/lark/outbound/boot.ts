// The check at start: do the credentials work, who is the bot, do the clocks agree. A problem names
// the setting to look at, since an operator and not a developer reads it.
import { z } from 'zod'
import type { LarkSettings } from './client.ts'

type BootProblem = Readonly<{
  /** Wrong settings do not get better by waiting; an unreachable Lark may. */
  kind: 'wrong_setting' | 'unreachable'
  setting: 'LARK_APP_ID' | 'LARK_APP_SECRET' | 'LARK_DOMAIN' | 'LARK_MODE'
  code: number
  /** One sentence for the operator. */
  remedy: string
}>

export type Boot =
  | Readonly<{
      kind: 'ready'
      botOpenId: string
      botName: string
      /** Our clock minus Lark's, in milliseconds; null when Lark sends no Date. */
      skewMs: number | null
    }>
  | Readonly<{ kind: 'problem'; problem: BootProblem }>

export type BootDeps = Readonly<{ fetch: typeof fetch; nowMs: () => number }>

const TIMEOUT_MS = 8000
const APP_ID_UNKNOWN = /app ?id/i

const tokenAnswer = z.looseObject({
  code: z.number(),
  msg: z.string().optional(),
  tenant_access_token: z.string().optional(),
})
const botAnswer = z.looseObject({
  code: z.number(),
  bot: z.looseObject({ open_id: z.string().min(1), app_name: z.string().optional() }).optional(),
})

/** Asks for a token and for the bot itself. Never rejects. */
export async function checkBoot(settings: LarkSettings, deps: BootDeps): Promise<Boot> {
  const tokenUrl = `${settings.domain}/open-apis/auth/v3/tenant_access_token/internal`
  const credentials = { app_id: settings.appId, app_secret: settings.appSecret }
  const token = await ask(deps, tokenUrl, tokenAnswer, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(credentials),
  })
  if (token === null) return unreachable(settings.domain)
  const { code, msg = '', tenant_access_token: bearer } = token.answer
  if (code !== 0 || bearer === undefined) return wrongCredentials(code, msg)

  const botUrl = `${settings.domain}/open-apis/bot/v3/info`
  const headers = { authorization: `Bearer ${bearer}` }
  const bot = await ask(deps, botUrl, botAnswer, { headers })
  if (bot === null) return unreachable(settings.domain)
  if (bot.answer.code !== 0 || bot.answer.bot === undefined) return noBot(bot.answer.code)
  const { open_id: botOpenId, app_name: botName = '' } = bot.answer.bot
  return { kind: 'ready', botOpenId, botName, skewMs: bot.skewMs }
}

type Asked<T> = Readonly<{ answer: T; skewMs: number | null }>

async function ask<T>(
  deps: BootDeps,
  url: string,
  schema: z.ZodType<T>,
  init: RequestInit,
): Promise<Asked<T> | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await deps.fetch(url, { ...init, redirect: 'error', signal })
    const parsed = schema.safeParse(await response.json())
    const theirMs = Date.parse(response.headers.get('date') ?? '')
    const skewMs = Number.isNaN(theirMs) ? null : deps.nowMs() - theirMs
    return parsed.success ? { answer: parsed.data, skewMs } : null
  } catch {
    return null
  }
}

function unreachable(domain: string): Boot {
  const remedy = `无法从 ${domain} 取得有效应答，请检查 LARK_DOMAIN、网络出口与代理设置。`
  return problem({ kind: 'unreachable', setting: 'LARK_DOMAIN', code: -1, remedy })
}

function wrongCredentials(code: number, msg: string): Boot {
  const setting = APP_ID_UNKNOWN.test(msg) || code === 10003 ? 'LARK_APP_ID' : 'LARK_APP_SECRET'
  const remedy = `飞书开放平台不接受应用凭证（${code}），请在开发者后台「凭证与基础信息」核对 ${setting}。`
  return problem({ kind: 'wrong_setting', setting, code, remedy })
}

function noBot(code: number): Boot {
  const remedy = `应用的机器人能力不可用（${code}），请在开发者后台开启机器人、发布新版本后重启，或将 LARK_MODE 设为 off。`
  return problem({ kind: 'wrong_setting', setting: 'LARK_MODE', code, remedy })
}

function problem(given: BootProblem): Boot {
  return { kind: 'problem', problem: given }
}
