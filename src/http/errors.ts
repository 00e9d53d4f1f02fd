// The only table that turns a stable error code into a status and a Chinese sentence. What is not
// in it is a fault of ours: the reader gets the request id, the log gets the cause.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { causeForLog } from '../kernel/cause.ts'
import { DomainError, type ToldCode } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { RequestEnv } from './request-env.ts'

type Row = Readonly<{
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  text: string
}>

const ERRORS: Readonly<Record<ToldCode, Row>> = {
  bad_request: { status: 400, text: '提交的内容格式有误，请刷新页面后重试。' },
  not_signed_in: { status: 401, text: '请先登录。' },
  bad_sign_in_link: { status: 401, text: '登录链接无效或已使用，请重新获取。' },
  bad_signature: { status: 401, text: '签名不正确或已超过有效时间，请核对密钥和时钟。' },
  replayed: { status: 409, text: '同一请求已收到，请更换 nonce 后重新签名。' },
  refused: { status: 409, text: '工单当前不能这样处理。' },
  bad_origin: { status: 403, text: '请求来源不被允许，请从本系统页面操作。' },
  not_permitted: { status: 403, text: '您的岗位没有此项操作权限，请联系管理员。' },
  not_found: { status: 404, text: '没有找到对应的内容，可能已被移除。' },
  wrong_state: { status: 409, text: '当前状态下不能进行此操作，页面可能已过期，请刷新后查看。' },
  conflict: { status: 409, text: '内容已被他人更新，请刷新后再操作。' },
  already_done: {
    status: 409,
    text: '上次提交已成功，本次内容与上次不同。请先刷新核对；如确需另行提交，请再提交一次。',
  },
  nothing_said_yet: { status: 409, text: '请先用文字说明您的问题，再发送图片或文件。' },
  too_large: { status: 413, text: '内容过大，请压缩或拆分后再提交。' },
  bad_file_type: { status: 415, text: '仅支持图片、PDF、Word、Excel 文件。' },
  invalid: { status: 422, text: '有内容填写不完整或不正确，请检查后再提交。' },
  too_many_requests: { status: 429, text: '操作过于频繁，请稍候再试。' },
  files_full: { status: 429, text: '暂存的文件已达上限，请明天再发送，或用文字说明。' },
  unavailable: { status: 503, text: '系统正在准备或维护，请稍候再试。' },
}

type ErrorBody = Readonly<{
  error: Readonly<{ code: string; text: string; requestId: string; details?: unknown }>
}>

/** Answers every failure of a route; installed once as the app's `onError`. */
export function answerError(log: Log) {
  return (error: Error, c: Context<RequestEnv>): Response => {
    const requestId = c.get('requestId')
    const code = codeOf(error)
    if (code === null) {
      log.error({ requestId, path: c.req.path, error: causeForLog(error) }, 'request failed')
      const body: ErrorBody = {
        error: {
          code: 'internal',
          text: `系统处理出错，请稍候再试；如持续出现，请提供编号 ${requestId}。`,
          requestId,
        },
      }
      return c.json(body, 500)
    }
    log.info({ requestId, path: c.req.path, code }, 'request refused')
    const { text, status } = ERRORS[code]
    const details = error instanceof DomainError ? error.details['show'] : undefined
    const body: ErrorBody = { error: { code, text, requestId, ...(details ? { details } : {}) } }
    return c.json(body, status)
  }
}

/** Null for a fault of ours. */
function codeOf(error: Error): ToldCode | null {
  if (error instanceof DomainError) return isTold(error.code) ? error.code : null
  if (!(error instanceof HTTPException)) return null
  if (error.status === 413) return 'too_large'
  return error.status < 500 ? 'bad_request' : null
}

const isTold = (code: DomainError['code']): code is ToldCode => Object.hasOwn(ERRORS, code)
