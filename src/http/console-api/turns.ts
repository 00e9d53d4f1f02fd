// The answer log: what was asked, what was decided and why.
import { Hono } from 'hono'
import { z } from 'zod'
import { tellsOfReport } from '../../conversation/dialogue/report.ts'
import {
  DECISION_KINDS,
  type TurnDetail,
  type TurnFilter,
  type TurnLine,
} from '../../conversation/turn-log.ts'
import { DomainError } from '../../kernel/errors.ts'
import { queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { masked } from './masked.ts'
import { freeText, listOf, localDay, need, paging, startOfDay } from './parts.ts'
import type { Named, Paged, TurnLineWire, TurnWire } from './wire.ts'

export type TurnsDeps = Readonly<{
  list: (
    filter: TurnFilter,
    page: Readonly<{ page: number; size: number }>,
  ) => Promise<Readonly<{ rows: readonly TurnLine[]; total: number }>>
  read: (id: string) => Promise<TurnDetail | null>
  itemName: (code: string | null) => Named | null
}>

const query = z.object({
  ...paging,
  decision: listOf(DECISION_KINDS),
  feedback: z.enum(['up', 'down', 'down_with_reason']).optional(),
  item: freeText(40),
  q: freeText(100),
  from: localDay.optional(),
  to: localDay.optional(),
  below: z.coerce.number().min(0).max(1).optional(),
})

export function turnsApi(deps: TurnsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'turn.read')
    const asked = queryOf(c, query)
    const filter: TurnFilter = {
      decisionKinds: asked.decision,
      feedback: asked.feedback === undefined ? null : asked.feedback === 'up' ? 1 : -1,
      withReason: asked.feedback === 'down_with_reason',
      itemCode: asked.item,
      text: asked.q,
      from: startOfDay(asked.from),
      before: startOfDay(asked.to, 1),
      confidenceBelow: asked.below ?? null,
    }
    const { rows, total } = await deps.list(filter, asked)
    const body: Paged<TurnLineWire> = { rows: rows.map((turn) => lineWire(deps, turn)), total }
    return c.json(body)
  })

  app.get('/:id', async (c) => {
    need(c, 'turn.read')
    const id = z.uuid().safeParse(c.req.param('id'))
    const turn = id.success ? await deps.read(id.data) : null
    if (turn === null) throw new DomainError('not_found')
    // Whoever reads the log sees how it was answered, not the numbers of whoever asked.
    const { decision, trace, message } = masked(tellsOfReport(turn) ? withoutWords(turn) : turn)
    const body: TurnWire = {
      ...lineWire(deps, turn),
      decision,
      trace,
      hits: (turn.trace.hits ?? []).flatMap(({ code }) => deps.itemName(code) ?? []),
      message,
    }
    return c.json(body)
  })
  return app
}

const REPORT = '［涉举报内容，不在此显示］'

/** How it was judged, and nothing that was said. */
function withoutWords({ decision, trace, ...turn }: TurnDetail): TurnDetail {
  const { text: _text, ...judged } = decision as TurnDetail['decision'] & { text?: string }
  const { reading: _reading, model: _model, ...steps } = trace
  return { ...turn, decision: judged as TurnDetail['decision'], trace: steps, message: null }
}

function lineWire({ itemName }: TurnsDeps, turn: TurnLine): TurnLineWire {
  const hidden = tellsOfReport(turn)
  return {
    id: turn.id,
    askedAt: turn.askedAt.toISOString(),
    question: hidden ? REPORT : masked(turn.question),
    channel: turn.channel,
    decisionKind: turn.decisionKind,
    reason: turn.reason,
    item: itemName(turn.itemCode),
    field: turn.field,
    confidence: turn.confidence,
    knowledgeVersion: turn.knowledgeVersion,
    ms: turn.ms,
    feedback: turn.feedback,
    feedbackReason: hidden ? null : masked(turn.feedbackReason),
  }
}
