// How a ticket goes: drawn from the transition table itself, so that the picture is never out of date.
import { Card, Flex, Table } from 'antd'
import { useState } from 'react'
import type { CommandKind } from '../../../ticket/command.ts'
import { TRANSITIONS, targetsOf } from '../../../ticket/table.ts'
import { isTerminal, TICKET_STATES, type TicketState } from '../../../ticket/ticket.ts'
import { COMMAND_WORDS, STATE_WORDS } from '../../../ticket/words.ts'
import { Page } from '../parts/page.tsx'
import { StateTag } from '../parts/tags.tsx'

type Edge = Readonly<{ from: TicketState; to: TicketState; words: string }>

const KINDS = Object.keys(TRANSITIONS) as CommandKind[]

const edgesBy = (kinds: readonly CommandKind[]): readonly Edge[] =>
  TICKET_STATES.flatMap((from) =>
    TICKET_STATES.flatMap((to) => {
      if (from === to) return []
      const leading = kinds.filter((kind) => targetsOf(kind, from).includes(to))
      return leading.length === 0
        ? []
        : [{ from, to, words: leading.map((kind) => COMMAND_WORDS[kind]).join('、') }]
    }),
  )

const EDGES = edgesBy(KINDS)
/** A wave's shared result skips all that usually lies between. */
const USUAL_EDGES = edgesBy(KINDS.filter((kind) => kind !== 'resolve_with_lead'))

const WIDTH = 148
const HEIGHT = 34
const COLUMN = 176
const ROW = 62
const MARGIN = 12

type Place = Readonly<{ x: number; y: number }>

/** Columns by the fewest steps from the registration; the ends stand in a column of their own. */
function placesOf(): ReadonlyMap<TicketState, Place> {
  const depth = new Map<TicketState, number>([['created', 0]])
  for (const state of depth.keys()) {
    for (const { from, to } of USUAL_EDGES) {
      if (from === state && !depth.has(to) && !isTerminal(to)) {
        depth.set(to, (depth.get(from) ?? 0) + 1)
      }
    }
  }
  const last = Math.max(...depth.values()) + 1
  const filled = new Map<number, number>()
  return new Map(
    TICKET_STATES.map((state) => {
      const column = depth.get(state) ?? last
      const row = filled.get(column) ?? 0
      filled.set(column, row + 1)
      return [state, { x: MARGIN + column * COLUMN, y: MARGIN + row * ROW }]
    }),
  )
}

const PLACES = placesOf()
const place = (state: TicketState) => PLACES.get(state) ?? { x: 0, y: 0 }
const SIZE = {
  width: Math.max(...[...PLACES.values()].map(({ x }) => x)) + WIDTH + MARGIN,
  height: Math.max(...[...PLACES.values()].map(({ y }) => y)) + HEIGHT + MARGIN,
}

export function HelpPage() {
  const [shown, setShown] = useState<TicketState>('created')
  const ways = EDGES.filter((edge) => edge.from === shown)
  const stays = KINDS.filter((kind) => targetsOf(kind, shown).includes(shown))
  return (
    <Page title="办理流程">
      <Card title="工单状态图" extra={<span className="quiet">点选状态，查看由此可到哪里</span>}>
        <div className="wide-picture">
          <Picture shown={shown} onShow={setShown} />
        </div>
      </Card>
      <Card title={STATE_WORDS[shown]}>
        <Flex vertical gap={12}>
          {ways.length === 0 ? (
            <span className="quiet">已到终点，此后不再变更。</span>
          ) : (
            <Table
              size="small"
              rowKey="to"
              pagination={false}
              dataSource={ways}
              columns={[
                { title: '操作', dataIndex: 'words' },
                { title: '到', render: (_, edge) => <StateTag state={edge.to} /> },
              ]}
            />
          )}
          {stays.length > 0 && (
            <div>
              <span className="quiet">不改变状态的操作：</span>
              {stays.map((kind) => COMMAND_WORDS[kind]).join('、')}
            </div>
          )}
        </Flex>
      </Card>
    </Page>
  )
}

type PictureProps = Readonly<{ shown: TicketState; onShow: (state: TicketState) => void }>

function Picture({ shown, onShow }: PictureProps) {
  const [quiet, loud] = [
    EDGES.filter((edge) => edge.from !== shown),
    EDGES.filter((edge) => edge.from === shown),
  ]
  return (
    <svg width={SIZE.width} height={SIZE.height} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}>
      <title>工单状态图</title>
      <defs>
        <marker id="end" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">
          <path d="M0 0 8 4 0 8z" fill="#1456b8" />
        </marker>
      </defs>
      {quiet.map((edge) => (
        <path key={edge.from + edge.to} d={curve(edge)} className="edge" />
      ))}
      {loud.map((edge) => (
        <path key={edge.to} d={curve(edge)} className="edge edge-shown" markerEnd="url(#end)">
          <title>{edge.words}</title>
        </path>
      ))}
      {TICKET_STATES.map((state) => (
        <StateBox key={state} state={state} isShown={state === shown} onShow={onShow} />
      ))}
    </svg>
  )
}

function StateBox({
  state,
  isShown,
  onShow,
}: Readonly<{ state: TicketState; isShown: boolean; onShow: PictureProps['onShow'] }>) {
  const { x, y } = place(state)
  return (
    <foreignObject x={x} y={y} width={WIDTH} height={HEIGHT}>
      <button
        type="button"
        className={`state-box ${isShown ? 'state-shown' : ''} ${isTerminal(state) ? 'state-end' : ''}`}
        aria-pressed={isShown}
        onClick={() => onShow(state)}
      >
        {STATE_WORDS[state]}
      </button>
    </foreignObject>
  )
}

/** From the side that looks at the target; within a column around the outside. */
function curve({ from, to }: Edge): string {
  const a = place(from)
  const b = place(to)
  const [ay, by] = [a.y + HEIGHT / 2, b.y + HEIGHT / 2]
  if (a.x === b.x) {
    const side = a.x + WIDTH
    return `M${side} ${ay}C${side + 34} ${ay} ${side + 34} ${by} ${side} ${by}`
  }
  const forward = b.x > a.x
  const [ax, bx] = forward ? [a.x + WIDTH, b.x] : [a.x, b.x + WIDTH]
  const bend = forward ? 30 : -30
  return `M${ax} ${ay}C${ax + bend} ${ay} ${bx - bend} ${by} ${bx} ${by}`
}
