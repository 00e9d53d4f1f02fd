// Items out as a workbook and back in as changes. The dry run and the import do the same up to the
// last step, so that what was shown is what is made.
import { readDraft } from '../../files/item-draft.ts'
import { writeSheets } from '../../files/workbook.ts'
import { readSheets } from '../../files/workbook-read.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { compareItems, type ItemChange } from '../../knowledge/change/compare.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import { codesIn, fromSheets, type SheetProblem } from '../../knowledge/change/read-sheets.ts'
import { CODE_TITLE, toSheets, VALUE_SHEET } from '../../knowledge/change/sheets.ts'
import { writeAudit } from '../../postgres/desk/audit.ts'
import { addChange } from '../../postgres/knowledge-changes.ts'
import { auditName } from '../../staff/staff.ts'
import { type ChangeParts, checkDrafts, currentItem, digestOf } from './changes.ts'

/** Each is read from its file, and told about. */
const ITEMS_MAX = 1_000

export type Import = Readonly<{
  changed: readonly ItemChange[]
  /** How many items say in the workbook what they say already. */
  unchanged: number
  problems: readonly SheetProblem[]
}>

export async function exportItems(
  { db, dir }: ChangeParts,
  codes: readonly string[],
): Promise<Uint8Array> {
  const items = await currentItems({ db, dir }, codes)
  return writeSheets(toSheets([...items.values()]))
}

async function currentItems(
  { db, dir }: Pick<ChangeParts, 'db' | 'dir'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ItemDraft>> {
  const items = new Map<string, ItemDraft>()
  for (const code of codes) {
    const item = await currentItem(db, dir, code)
    if (item !== null) items.set(code, item)
  }
  return items
}

/**
 * What a workbook would change, and everything that is wrong with it.
 * @param commit makes the changes, all or none and audited, where nothing is wrong
 */
export async function importItems(
  parts: ChangeParts,
  file: Readonly<{ name: string; bytes: Uint8Array }>,
  commit: Readonly<{ author: StaffId }> | null,
): Promise<Import> {
  const read = await readSheets(file.bytes)
  if (!read.ok) return faulty([{ sheet: '', row: null, column: null, reason: read.reason }])
  const codes = codesIn(read.sheets)
  if (codes.length > ITEMS_MAX) {
    const reason = `一次最多导入 ${ITEMS_MAX} 个事项，请删去不修改的事项所在行`
    return faulty([{ sheet: VALUE_SHEET, row: null, column: CODE_TITLE, reason }])
  }
  const current = await currentItems(parts, codes)
  const { drafts, problems } = fromSheets(read.sheets, current)
  const compared = drafts.map((draft) => {
    const base = current.get(draft.code) ?? {}
    // The schema trims and fills in, so that only what differs in substance counts.
    const clean = readDraft(draft.item, draft.code)
    const item: ItemDraft = clean.ok ? clean.item : draft.item
    return { ...draft, base, item, fields: compareItems(base, item) }
  })
  const changed = compared.filter(({ fields }) => fields.length > 0)
  const checked = await checkDrafts(parts, changed)
  const told = checked.problems.map(({ code, path, reason }): SheetProblem => {
    const draft = changed.find((one) => one.code === code)
    const place = draft?.placeOf(path) ?? { sheet: '', row: null, column: null }
    return { ...place, reason: `${code}：${reason}` }
  })
  const all = [...problems, ...told]
  if (commit !== null && all.length === 0) {
    await parts.db.transaction().execute(async (tx) => {
      for (const { code, item, base } of changed) {
        const reason = `导入 ${file.name}`
        const baseDigest = digestOf(base)
        await addChange(tx, { code, item, base, baseDigest, reason, author: commit.author })
      }
      await writeAudit(tx, {
        actor: auditName(commit.author),
        action: 'knowledge.import',
        subject: `items:${changed.length}`,
      })
    })
  }
  return {
    changed: changed.map(({ code, base, fields }) => ({
      code,
      name: String(base['name']),
      fields,
    })),
    unchanged: compared.length - changed.length,
    problems: all,
  }
}

const faulty = (problems: readonly SheetProblem[]): Import => ({
  changed: [],
  unchanged: 0,
  problems,
})
