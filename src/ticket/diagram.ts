// The state diagram, drawn from the table itself, so that it cannot be out of date. `states.md` and
// the console's help show it.
import type { CommandKind } from './command.ts'
import { TRANSITIONS, targetsOf } from './table.ts'
import { TERMINAL_STATES, TICKET_STATES } from './ticket.ts'
import { COMMAND_WORDS, STATE_WORDS } from './words.ts'

/** Mermaid text of all states and the commands that lead from one to another. */
export function stateDiagram(): string {
  const names = TICKET_STATES.map((state) => `  ${state} : ${STATE_WORDS[state]}`)
  const edges = TICKET_STATES.flatMap((from) =>
    TICKET_STATES.filter((to) => to !== from).flatMap((to) => {
      const commands = kinds().filter((kind) => targetsOf(kind, from).includes(to))
      const label = commands.map((kind) => COMMAND_WORDS[kind]).join('／')
      return commands.length > 0 ? [`  ${from} --> ${to} : ${label}`] : []
    }),
  )
  const ends = TERMINAL_STATES.map((state) => `  ${state} --> [*]`)
  return ['stateDiagram-v2', ...names, '  [*] --> created : 登记', ...edges, ...ends].join('\n')
}

/** The page `states.md`. */
export function statesPage(): string {
  const stays = TICKET_STATES.map((state) => {
    const commands = kinds().filter((kind) => targetsOf(kind, state).includes(state))
    return `| ${STATE_WORDS[state]} \`${state}\` | ${commands.map((kind) => COMMAND_WORDS[kind]).join('、') || '—'} |`
  })
  return [
    '# 诉求工单状态图',
    '',
    '由 `table.ts` 生成，改动后运行 `npx vitest run --config test/vitest.config.ts --project unit test/ticket/diagram.test.ts -u` 更新。',
    '',
    '```mermaid',
    stateDiagram(),
    '```',
    '',
    '不改变状态的操作：',
    '',
    '| 状态 | 操作 |',
    '|---|---|',
    ...stays,
    '',
  ].join('\n')
}

const kinds = () => Object.keys(TRANSITIONS) as CommandKind[]
