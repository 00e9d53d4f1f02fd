// What is written with a command, before it is stored for good: trimmed, identity and bank card
// numbers taken out, whoever wrote it.
import type { Command } from './command.ts'
import { hideIdentityNumbers } from './enterprise.ts'

/** The fields that hold people's words; ids and numbers are left as they are. */
const WORDS = [
  'text',
  'reason',
  'basis',
  'comment',
  'plan',
  'task',
  'lawfulChannel',
  'body',
  'contact',
]

/** Changes only what people wrote, that of a resolution included. */
export function cleanCommand(command: Command): Command {
  const clean = (key: string, value: unknown) =>
    WORDS.includes(key) && typeof value === 'string' ? hideIdentityNumbers(value.trim()) : value
  const cleanAll = (fields: object) =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, clean(key, value)]))
  const cleaned = cleanAll(command)
  const resolution = 'resolution' in command ? { resolution: cleanAll(command.resolution) } : {}
  return { ...cleaned, ...resolution } as Command
}
