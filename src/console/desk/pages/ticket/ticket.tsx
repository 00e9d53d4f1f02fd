// One ticket: what it is about, what may be done now, what was done.
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, Tabs } from 'antd'
import { useParams } from 'react-router'
import type { TicketWire } from '../../../../http/console-api/wire.ts'
import { KIND_WORDS, OUTCOME_WORDS, RATING_WORDS, SOLVED_WORDS } from '../../../../ticket/words.ts'
import { get } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/states.tsx'
import { StateTag, UrgencyTag } from '../../parts/tags.tsx'
import { when } from '../../parts/time.ts'
import { ToKnowledge } from '../../parts/to-knowledge.tsx'
import { Acts } from './acts.tsx'
import { DraftView } from './draft.tsx'
import { Facts, Limits, Requester } from './facts.tsx'
import { Files, Sendings, Talk, TimelineView } from './history.tsx'
import { LedgerCheck } from './ledger.tsx'
import { SimilarView } from './similar.tsx'

const REFRESH_MS = 20_000

export function TicketPage() {
  const { number = '' } = useParams()
  const query = useQuery({
    queryKey: ['ticket', number],
    queryFn: () => get<TicketWire>(`/tickets/${encodeURIComponent(number)}`),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Page title={query.data ? query.data.line.title : `工单 ${number}`}>
      <Loaded query={query}>{(ticket) => <TicketView ticket={ticket} />}</Loaded>
    </Page>
  )
}

function TicketView({ ticket }: Readonly<{ ticket: TicketWire }>) {
  const { line } = ticket
  return (
    <>
      <Flex gap={8} wrap align="center">
        <strong>{line.number}</strong>
        <StateTag state={line.state} />
        <UrgencyTag urgency={line.urgency} />
        <span className="quiet">
          {KIND_WORDS[line.kind]} · {ticket.complexity}
        </span>
        {ticket.outcome && <span className="quiet">结果：{OUTCOME_WORDS[ticket.outcome]}</span>}
      </Flex>
      <Acts number={line.number} acts={ticket.acts} />
      {line.sealed && (
        <Alert
          type="warning"
          showIcon
          title="举报件：诉求人身份保密，仅承办人可见，不得向被举报方透露。"
        />
      )}
      <div className="detail-grid">
        <div className="detail-main">
          <Card title="诉求内容">
            <div className="keep-lines">{ticket.description}</div>
          </Card>
          <ResolutionCard ticket={ticket} />
          <ReviewedCard ticket={ticket} />
          <Card styles={{ body: { paddingTop: 8 } }}>
            <Tabs items={tabs(ticket)} />
          </Card>
        </div>
        <div className="detail-side">
          <Limits limits={ticket.limits} />
          <Requester ticket={ticket} />
          <Facts ticket={ticket} />
          {ticket.acts.some((act) => act.kind === 'reply') && <DraftView number={line.number} />}
          <SimilarView number={line.number} />
        </div>
      </div>
    </>
  )
}

function tabs(ticket: TicketWire) {
  const counted = (label: string, count: number) => (count > 0 ? `${label}（${count}）` : label)
  return [
    {
      key: 'timeline',
      label: '办理记录',
      children: (
        <>
          <TimelineView entries={ticket.timeline} />
          <LedgerCheck number={ticket.line.number} />
        </>
      ),
    },
    {
      key: 'talk',
      label: counted('与企业往来', ticket.talk.length),
      children: <Talk entries={ticket.talk} />,
    },
    {
      key: 'files',
      label: counted('附件', ticket.files.length),
      children: <Files number={ticket.line.number} files={ticket.files} />,
    },
    {
      key: 'sendings',
      label: counted('消息送达', ticket.sendings.length),
      children: <Sendings rows={ticket.sendings} />,
    },
  ]
}

/** What a reviewer has: the answer, or what is to correct the one that was sent. */
function ReviewedCard({ ticket: { draft, resolution } }: Readonly<{ ticket: TicketWire }>) {
  if (draft === null) return null
  return (
    <Card title={`待审核的${resolution ? '更正' : ''}答复（企业尚未看到）`}>
      <Flex vertical gap={8}>
        <ResolutionText shown={draft} />
      </Flex>
    </Card>
  )
}

function ResolutionText({ shown }: Readonly<{ shown: NonNullable<TicketWire['resolution']> }>) {
  return (
    <>
      <div>
        <span className="quiet">结果</span> {OUTCOME_WORDS[shown.outcome]}
      </div>
      <div className="keep-lines">{shown.text}</div>
      {shown.basis && (
        <div>
          <span className="quiet">依据</span> {shown.basis}
        </div>
      )}
    </>
  )
}

function ResolutionCard({ ticket }: Readonly<{ ticket: TicketWire }>) {
  const { resolution, correctedAt, rating } = ticket
  if (resolution === null) return null
  return (
    <Card title="办理结果">
      <Flex vertical gap={8}>
        {correctedAt && (
          <Alert
            type="info"
            showIcon
            title={`${when(correctedAt)} 更正，以下为更正后的答复；原答复见办理记录。`}
          />
        )}
        <ResolutionText shown={resolution} />
        {rating && (
          <div>
            <span className="quiet">企业评价</span> {RATING_WORDS[rating.level]}，
            {SOLVED_WORDS[rating.solved]}
            {rating.comment && `：${rating.comment}`}
          </div>
        )}
        {!ticket.line.sealed && (
          <div>
            <ToKnowledge
              from={{ kind: 'ticket', number: ticket.line.number }}
              code={ticket.item?.value ?? null}
            />
          </div>
        )}
      </Flex>
    </Card>
  )
}
