// Why work failed, in words for a person and in a form for the log. A message of the database or of
// a library may carry what somebody wrote, and is in English: neither is shown or kept.

type Thrown = Readonly<{ name?: unknown; code?: unknown; stack?: unknown }>

const DOMAIN: Readonly<Record<string, string>> = {
  unavailable: '系统正在准备或维护',
  lark_bad_ref: '附件引用无效',
}

/** The classes of SQLSTATE that pass by themselves: connection, resources, operator, system. */
const PASSING = /^(08|53|57|58)/
const SQLSTATE = /^[0-9A-Z]{5}$/
const NETWORK = /^(E[A-Z]+|UND_ERR_\w+)$/

/** A sentence with a code by which the log can be searched; never the raw message. */
export function causeWords(error: unknown): string {
  const code = codeOf(error)
  return `${wordsFor(error, code)}（${code}）`
}

function wordsFor(error: unknown, code: string): string {
  const { name } = (error ?? {}) as Thrown
  if (name === 'AbandonedTooOften') return '多次处理中断，已停止重试'
  if (name === 'DomainError') return DOMAIN[code] ?? '内容不符合处理条件'
  if (name === 'LlmFault') return '模型或向量服务暂时不可用'
  if (SQLSTATE.test(code) && !NETWORK.test(code)) {
    return PASSING.test(code) ? '数据库暂时不可用' : '数据未能写入或读取'
  }
  if (NETWORK.test(code)) return '网络连接失败'
  return '程序内部错误，请反馈给技术人员'
}

/** The failure's own code, else the kind of error. */
function codeOf(error: unknown): string {
  const { name, code } = (error ?? {}) as Thrown
  if (typeof code === 'string' && /^\w{1,40}$/.test(code)) return code
  return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : 'unknown'
}

const FRAMES_MAX = 5

export type LoggedCause = Readonly<{
  name: string
  code: string | number
  frames: readonly string[]
}>

/** What may go to a log: the kind of failure and where, never data. */
export function causeForLog(error: unknown): LoggedCause {
  const { name, stack, code } = (error ?? {}) as Thrown
  const lines = typeof stack === 'string' ? stack.split('\n') : []
  const frames = lines.filter((line) => /^\s+at /.test(line)).slice(0, FRAMES_MAX)
  return {
    name: typeof name === 'string' ? name : typeof error,
    // Lark's codes are numbers, and tell a missing permission from a passing trouble.
    code: typeof code === 'number' ? code : codeOf(error),
    frames,
  }
}

/** The same for a failure that may be several. */
export function causesForLog(error: unknown): readonly LoggedCause[] {
  return (error instanceof AggregateError ? error.errors : [error]).map(causeForLog)
}
