import { expect, test } from 'vitest'
import { stateDiagram, statesPage } from '../../src/ticket/diagram.ts'
import { TERMINAL_STATES, TICKET_STATES } from '../../src/ticket/ticket.ts'

test('the page in the repository is the one the table draws', async () => {
  await expect(statesPage()).toMatchFileSnapshot('../../src/ticket/states.md')
})

test('every state is named, and only the terminal ones lead out', () => {
  const lines = stateDiagram().split('\n')
  for (const state of TICKET_STATES) {
    expect(lines.some((line) => line.startsWith(`  ${state} : `))).toBe(true)
  }
  const leadOut = lines
    .filter((line) => line.endsWith('--> [*]'))
    .map((line) => line.trim().split(' ')[0])
  expect(leadOut).toEqual([...TERMINAL_STATES])
})
