// Changes to items at the console.
import { randomUUID } from 'node:crypto'
import { composeDecision } from '../../conversation/compose/compose-decision.ts'
import { readDraft } from '../../files/item-draft.ts'
import { toItemFile, toServiceItem } from '../../files/item-schema.ts'
import type { ChangeFromDeps } from '../../http/console-api/change-from.ts'
import type { ItemWorkbookDeps } from '../../http/console-api/item-workbook.ts'
import type { KnowledgeToolsDeps } from '../../http/console-api/knowledge-tools.ts'
import { DomainError } from '../../kernel/errors.ts'
import { asId, type TurnId } from '../../kernel/ids.ts'
import { localDate } from '../../kernel/working-time.ts'
import { readTurn } from '../../postgres/desk/turn-log.ts'
import { findVersion } from '../../postgres/knowledge.ts'
import { addChange, findChange, listChanges, stepsOf } from '../../postgres/knowledge-changes.ts'
import { readRoster } from '../../postgres/staff.ts'
import { may } from '../../staff/permissions.ts'
import { shownVersion } from '../chat/assistant.ts'
import {
  type ChangeParts,
  checkDrafts,
  currentItem,
  digestOf,
  performOnChanges,
  saveChange,
} from '../knowledge/changes.ts'
import { exportItems, importItems } from '../knowledge/item-workbook.ts'
import { ticketDeps } from '../tickets/tickets.ts'
import { actorNames } from './actor-names.ts'
import type { Audited } from './audited.ts'
import type { Audit, ConsoleParts } from './parts.ts'

const changeParts = ({ db, knowledge, knowledgeDir, world, log }: ConsoleParts): ChangeParts => ({
  db,
  dir: knowledgeDir,
  knowledge,
  now: world.now,
  log,
})

export function composeChanges(parts: ConsoleParts, audited: Audited): ChangeFromDeps {
  const { db, knowledgeDir, world } = parts
  const given = changeParts(parts)
  const { reads } = ticketDeps(world, db)
  const staff = async () => (await readRoster(db, localDate(world.now()))).staff
  return {
    current: (code) => currentItem(db, knowledgeDir, code),
    digestOf,
    find: (id) => findChange(db, id),
    list: (filter, page) => listChanges(db, filter, page),
    steps: (id) => stepsOf(db, id),
    add: (change, entry) => audited(entry, (tx) => addChange(tx, change)),
    check: (drafts) => checkDrafts(given, drafts),
    save: (asked, content, actor) => saveChange(given, asked, content, actor),
    perform: (act, asked, actor) => performOnChanges(given, act, asked, actor),
    isOnlyApprover: async (id) =>
      (await staff()).every(
        (one) => one.id === id || !one.active || !may(one.roles, 'knowledge.approve'),
      ),
    names: () => actorNames(db, world.now()),
    ticket: async (number) => (await reads.byNumber(number))?.ticket ?? null,
    turn: (id) => readTurn(db, id),
  }
}

export function composeItemWorkbook(parts: ConsoleParts, audit: Audit): ItemWorkbookDeps {
  const given = changeParts(parts)
  return {
    codesOf: (section) =>
      parts.world
        .base()
        .items.filter((item) => section === null || item.section === section)
        .map(({ code }) => code),
    workbook: (codes) => exportItems(given, codes),
    importFile: (file, author) => importItems(given, file, author === null ? null : { author }),
    audit,
  }
}

export function composeKnowledgeTools({
  db,
  knowledge,
  askedNext,
  world,
}: ConsoleParts): KnowledgeToolsDeps {
  return {
    version: (id) => findVersion(db, id),
    itemsOf: async (version) => (await knowledge.store.items(version)).map(toItemFile),
    answers: async ({ code, item, field, question }) => {
      const loaded = knowledge.current()
      if (loaded === null) throw new DomainError('unavailable')
      const { base } = loaded.snapshot
      const today = base.items.find((one) => one.code === code)
      if (today === undefined) throw new DomainError('not_found')
      const read = readDraft(item, code)
      if (!read.ok) return null
      const known = new Set(base.items.map((one) => one.code))
      const draft = toServiceItem(read.item)
      const changed = { ...draft, parts: draft.parts.filter((part) => known.has(part)) }
      const answer = (from: typeof base, version: string) =>
        composeDecision({
          decision: { kind: 'answer', code: today.code, field, also: null, offerTicket: false },
          base: from,
          version,
          turnId: asId<TurnId>(randomUUID()),
          askedNext: askedNext.of,
          question: question || null,
          handlingDays: world.work.rules().limits.handling,
        })
      const items = base.items.map((one) => (one.code === code ? changed : one))
      return {
        today: answer(base, shownVersion(loaded.version)),
        changed: answer({ ...base, items }, '未发布'),
      }
    },
  }
}
