// Items out as a workbook, and an edited one back in: shown first, then made into changes.
import { Hono } from 'hono'
import { z } from 'zod'
import type { StaffId } from '../../kernel/ids.ts'
import type { ItemChange } from '../../knowledge/change/compare.ts'
import type { SheetProblem } from '../../knowledge/change/read-sheets.ts'
import { SECTION_CODES } from '../../knowledge/service-item.ts'
import { auditName } from '../../staff/staff.ts'
import { cleanFileName, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { download, need } from './parts.ts'
import type { ImportWire } from './wire-changes.ts'

export type ItemWorkbookDeps = Readonly<{
  codesOf: (section: string | null) => readonly string[]
  workbook: (codes: readonly string[]) => Promise<Uint8Array>
  /** @param author whose changes are made, with an entry in the audit; null only shows what would be */
  importFile: (
    file: Readonly<{ name: string; bytes: Uint8Array }>,
    author: StaffId | null,
  ) => Promise<
    Readonly<{
      changed: readonly ItemChange[]
      unchanged: number
      problems: readonly SheetProblem[]
    }>
  >
  audit: (actor: string, action: string, subject: string) => Promise<void>
}>

const exportQuery = z.object({ section: z.enum(SECTION_CODES).optional() })
const importQuery = z.object({
  name: z.string().trim().min(1).max(300),
  commit: z.enum(['1']).optional(),
})

export function itemWorkbookApi(deps: ItemWorkbookDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { section } = queryOf(c, exportQuery)
    const codes = deps.codesOf(section ?? null)
    await deps.audit(auditName(staff.id), 'knowledge.export', `items:${codes.length}`)
    return download(c, {
      name: '服务事项.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await deps.workbook(codes),
    })
  })

  app.post('/', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { name, commit } = queryOf(c, importQuery)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const file = { name: cleanFileName(name), bytes }
    const done = await deps.importFile(file, commit === undefined ? null : staff.id)
    const isMade = commit !== undefined && done.problems.length === 0
    const body: ImportWire = { ...done, isMade }
    return c.json(body)
  })
  return app
}
