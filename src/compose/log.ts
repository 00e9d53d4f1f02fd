// One line of JSON per event on stdout; on a terminal the same in a form that people read.
import pino from 'pino'
import type { Log } from '../kernel/log.ts'

/** Fields that must never be written, wherever a caller may have put them. */
const SECRET_FIELDS = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'phone',
  'idNumber',
]

export function makeLog(level: string): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  }
  return process.stdout.isTTY ? pino(options, readable) : pino(options)
}

const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info ',
  40: 'WARN ',
  50: 'ERROR',
}

const readable = {
  write(line: string): void {
    const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>
    const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : ''
    process.stdout.write(
      `${String(time).slice(11, 19)} ${LEVELS[Number(level)] ?? ''} ${msg}${rest}\n`,
    )
  },
}
