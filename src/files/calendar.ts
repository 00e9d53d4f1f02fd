// `calendar/YYYY.yaml`: one year's notice of the State Council on holidays and 调休 workdays.
import { z } from 'zod'
import { type Parsed, parseYaml } from './yaml.ts'

const DATE = z.iso.date('应为日期，形如 2027-01-01')
const YEAR = '应为 2020 至 2100 的年份'

/** The notice as it is entered at the console or stands in a file. */
export const calendarNoticeSchema = z
  .strictObject({
    year: z.number(YEAR).int(YEAR).min(2020, YEAR).max(2100, YEAR),
    source: z.string().trim().min(1).max(200),
    holidays: z
      .array(
        z
          .strictObject({ name: z.string().min(1).max(20), from: DATE, to: DATE })
          .refine((one) => one.from <= one.to, { message: '开始应不晚于结束' }),
      )
      .min(1)
      .max(20),
    workdays: z.array(DATE).max(30),
  })
  .superRefine((file, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    file.holidays.forEach(({ from, to }, index) => {
      const inYear = from.startsWith(`${file.year}-`) && to.startsWith(`${file.year}-`)
      if (!inYear) complain(['holidays', index], '不在本年度')
    })
    file.workdays.forEach((date, index) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
      if (!date.startsWith(`${file.year}-`)) complain(['workdays', index], '不在本年度')
      if (weekday !== 0 && weekday !== 6) complain(['workdays', index], '调休上班日应为周六或周日')
      const off = file.holidays.some(({ from, to }) => from <= date && date <= to)
      if (off) complain(['workdays', index], '同时列为放假日')
    })
  })

export type CalendarNotice = Readonly<z.infer<typeof calendarNoticeSchema>>

/**
 * Refuses days of another year, and 调休 workdays that are no weekend or are days off as well. `file` is
 * only named in problems.
 */
export function parseCalendarYear(file: string, text: string): Parsed<CalendarNotice> {
  return parseYaml(file, text, calendarNoticeSchema)
}
