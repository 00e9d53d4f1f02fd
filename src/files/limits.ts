// `limits.yaml`: limits and counts of ticket handling, working hours, retention. The same schema
// checks what an administrator changes in the console.
import { z } from 'zod'
import type { WorkingPeriod } from '../kernel/working-time.ts'
import type { Limits } from '../ticket/limits.ts'
import { type Parsed, parseYaml } from './yaml.ts'

export type WorkRules = Readonly<{
  limits: Limits
  /** In minutes after midnight. */
  periods: readonly WorkingPeriod[]
  /** In days; logs at least as long as the law asks. */
  retention: Readonly<{ logDays: number; personalDataDays: number }>
}>

/** 网络安全法第二十三条: network logs are kept for six months at least. */
const LOG_DAYS_MIN = 180

/** One text whatever is wrong, a number that is missing included: what may stand there. */
function whole(min: number, max: number) {
  const words = `应为 ${min} 至 ${max} 的整数`
  return z.number(words).int(words).min(min, words).max(max, words)
}
const count = (max: number) => whole(1, max)
const AMOUNT = '应为大于 0、不超过 100 的数'
const span = z
  .strictObject({
    amount: z.number(AMOUNT).positive(AMOUNT).max(100, AMOUNT),
    unit: z.enum(
      ['working_hours', 'working_days'],
      '应为 working_hours（工作小时）或 working_days（工作日）',
    ),
  })
  .refine((one) => one.unit === 'working_hours' || Number.isInteger(one.amount), {
    message: '工作日应为整数',
  })
const byUrgency = z.strictObject({ urgent_now: span, urgent: span, normal: span })
const minute = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应形如 08:30')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
const period = z
  .strictObject({ from: minute, to: minute })
  .refine((one) => one.from < one.to, { message: '开始应早于结束' })

const SHARE = '应为 0 至 1 之间的小数，如 0.5'

const fileSchema = z.strictObject({
  dispatch: byUrgency,
  sign_for: byUrgency,
  handling: z.strictObject({
    consultation: count(365),
    suggestion: count(365),
    help: count(365),
    complaint: count(365),
    report: count(365),
    complex: count(365),
    joint: count(365),
  }),
  co_handling_before_lead: count(30),
  review: count(30),
  return_within: count(30),
  returns_before_dispute: count(10),
  extension: z.strictObject({
    ask_before: count(10),
    decide_within: count(10),
    times: count(5),
    days_max: count(60),
  }),
  follow_up: count(30),
  objection: count(30),
  reopen: z.strictObject({
    times: count(5),
    factor: z.number(SHARE).gt(0, SHARE).max(1, SHARE),
    days_min: count(30),
  }),
  auto_confirm: z
    .strictObject({ remind_after: count(30), confirm_after: count(60) })
    .refine((one) => one.remind_after < one.confirm_after, { message: '提醒应早于自动确认' }),
  waiting: z
    .strictObject({ remind_after: count(30), resume_after: count(60) })
    .refine((one) => one.remind_after < one.resume_after, { message: '提醒应早于退回专员' }),
  delivery: span,
  close_after: count(60),
  wave: z.strictObject({ enterprises: whole(2, 100), days: count(90) }),
  urge: z.strictObject({ per_day: count(10), in_all: count(50) }),
  warn_before: z.strictObject({
    handling: span,
    co_handling: span,
    sign_for_share: z.number(SHARE).gt(0, SHARE).lt(1, SHARE),
  }),
  supervise_after: z
    .array(count(60))
    .min(1)
    .max(5)
    .refine((levels) => levels.every((one, index) => one > (levels[index - 1] ?? 0)), {
      message: '应逐级增大',
    }),
  working_hours: z
    .strictObject({ morning: period, afternoon: period })
    .refine((one) => one.morning.to <= one.afternoon.from, { message: '上午应早于下午结束' }),
  retention: z.strictObject({
    log_days: z.number().int().min(LOG_DAYS_MIN, `日志至少保存 ${LOG_DAYS_MIN} 日`).max(3650),
    personal_data_days: count(3650),
  }),
})

const workRulesSchema = fileSchema.transform(toWorkRules)

/** Everything that is wrong at once; `file` is only named in problems. */
export function parseWorkRules(file: string, text: string): Parsed<WorkRules> {
  return parseYaml(file, text, workRulesSchema)
}

function toWorkRules(file: z.output<typeof fileSchema>): WorkRules {
  return {
    limits: {
      dispatch: file.dispatch,
      signFor: file.sign_for,
      handling: file.handling,
      coHandlingBeforeLead: file.co_handling_before_lead,
      review: file.review,
      returnWithin: file.return_within,
      returnsBeforeDispute: file.returns_before_dispute,
      extension: {
        askBefore: file.extension.ask_before,
        decideWithin: file.extension.decide_within,
        times: file.extension.times,
        daysMax: file.extension.days_max,
      },
      followUp: file.follow_up,
      objection: file.objection,
      reopen: {
        times: file.reopen.times,
        factor: file.reopen.factor,
        daysMin: file.reopen.days_min,
      },
      autoConfirm: {
        remindAfter: file.auto_confirm.remind_after,
        confirmAfter: file.auto_confirm.confirm_after,
      },
      waiting: {
        remindAfter: file.waiting.remind_after,
        resumeAfter: file.waiting.resume_after,
      },
      delivery: file.delivery,
      closeAfter: file.close_after,
      wave: file.wave,
      urge: { perDay: file.urge.per_day, inAll: file.urge.in_all },
      warnBefore: {
        handling: file.warn_before.handling,
        coHandling: file.warn_before.co_handling,
        signForShare: file.warn_before.sign_for_share,
      },
      superviseAfter: file.supervise_after,
    },
    periods: [file.working_hours.morning, file.working_hours.afternoon],
    retention: {
      logDays: file.retention.log_days,
      personalDataDays: file.retention.personal_data_days,
    },
  }
}
