// The enterprise contact's window: one conversation, as in Lark.
import { useState } from 'react'
import { DRAFTING } from '../../conversation/compose/drafting.ts'
import { MessageView } from '../shared/message-view.tsx'
import { ChatError, sendAction, sendFile, sendText, type TranscriptEntry } from './api.ts'
import { Composer } from './composer.tsx'
import { useFollow } from './use-follow.ts'
import { useTranscript } from './use-transcript.ts'
import { Welcome } from './welcome.tsx'

export function ChatPage() {
  const { entries, online, preparing, draft, refresh } = useTranscript()
  const [problem, setProblem] = useState<string | null>(null)
  const waiting = entries.at(-1)?.from === 'requester'
  const list = useFollow(entries, draft)

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
      setProblem(null)
      await refresh()
    } catch (error) {
      setProblem(error instanceof ChatError ? error.message : '网络不稳定，请稍候再试。')
      throw error
    }
  }
  const ask = (text: string) => attempt(() => sendText(text))

  return (
    <div className="page">
      <header className="bar">
        <span className="logo" aria-hidden="true" />
        <div>
          <h1>助企小舟</h1>
          <p>
            舟山市企业综合服务中心<span> · 涉企服务事项智能问答</span>
          </p>
        </div>
        <button type="button" className="link" onClick={() => void ask('我的诉求').catch(() => {})}>
          我的诉求
        </button>
      </header>
      {!online && (
        <p className="banner" role="status">
          连接中断，正在重试…
        </p>
      )}
      {preparing && (
        <p className="banner" role="status">
          知识库正在准备，通常需要两三分钟。您可以先提问，准备好后自动答复。
        </p>
      )}
      <main className="entries" aria-live="polite" ref={list}>
        {entries.length === 0 && <Welcome onAsk={(text) => void ask(text).catch(() => {})} />}
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            onAction={(value, form) => attempt(() => sendAction(value, form, entry.id))}
          />
        ))}
        {waiting && !preparing && <Waiting draft={draft} />}
      </main>
      {problem && (
        <p className="banner error" role="alert">
          {problem}
        </p>
      )}
      <Composer onText={ask} onFile={(file) => attempt(() => sendFile(file))} />
    </div>
  )
}

/** What is seen until the answer is there. */
function Waiting({ draft }: Readonly<{ draft: string | null }>) {
  if (draft === null) return <p className="typing">正在查询，请稍候…</p>
  return (
    <div className="entry from-product">
      <div className="message draft">
        <p>{draft}</p>
        <p className="note">{DRAFTING}</p>
      </div>
    </div>
  )
}

type EntryProps = Readonly<{
  entry: TranscriptEntry
  onAction: Parameters<typeof MessageView>[0]['onAction']
}>

function Entry({ entry, onAction }: EntryProps) {
  return (
    <div className={`entry from-${entry.from}`} data-at={entry.at} data-entry={entry.id}>
      {entry.from === 'requester' ? (
        <p className="bubble">{entry.text}</p>
      ) : (
        <MessageView message={entry.message} onAction={onAction} />
      )}
    </div>
  )
}
