// What has happened: the ledger in words, the conversation, files, and what reached the enterprise.
import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Flex, Tag, Timeline } from 'antd'
import type { FileWire, SendingWire } from '../../../../http/console-api/wire.ts'
import type { TalkEntry, TimelineEntry } from '../../../../ticket/timeline.ts'
import { save, textOf } from '../../api.ts'
import { Nothing } from '../../parts/states.tsx'
import { when } from '../../parts/time.ts'
import { CHANNEL_WORDS } from '../../parts/words.ts'

export function TimelineView({ entries }: Readonly<{ entries: readonly TimelineEntry[] }>) {
  return (
    <Timeline
      items={entries.toReversed().map((entry) => ({
        key: entry.seq,
        color: entry.timely === false ? 'red' : entry.internal ? 'gray' : 'blue',
        content: <TimelineText entry={entry} />,
      }))}
    />
  )
}

function TimelineText({ entry }: Readonly<{ entry: TimelineEntry }>) {
  return (
    <div>
      <Flex gap={8} align="center" wrap>
        <strong>{entry.title}</strong>
        <span className="quiet">
          {entry.who} · {when(entry.at)}
        </span>
        {entry.internal && <Tag>企业不可见</Tag>}
        {entry.timely === false && <Tag color="red">已超时限</Tag>}
      </Flex>
      {entry.details.map((one) => (
        <div key={one.label} className="keep-lines">
          <span className="quiet">{one.label}：</span>
          {one.text}
        </div>
      ))}
    </div>
  )
}

export function Talk({ entries }: Readonly<{ entries: readonly TalkEntry[] }>) {
  if (entries.length === 0) return <Nothing text="还没有往来" />
  return (
    <ul className="talk">
      {entries.map((entry) => (
        <li key={entry.seq} className={`from-${entry.from}`}>
          <div className="talk-meta">
            {entry.who} · {when(entry.at)}
          </div>
          <div className="talk-text keep-lines">{entry.text}</div>
        </li>
      ))}
    </ul>
  )
}

export function Files({ number, files }: Readonly<{ number: string; files: readonly FileWire[] }>) {
  if (files.length === 0) return <Nothing text="没有附件" />
  return (
    <Flex vertical gap={8}>
      {files.map((file) => (
        <FileRow key={file.id} number={number} file={file} />
      ))}
    </Flex>
  )
}

function FileRow({ number, file }: Readonly<{ number: string; file: FileWire }>) {
  const { message } = App.useApp()
  const saving = useMutation({
    mutationFn: () => save(`/tickets/${number}/files/${file.id}`),
    onError: (error) => void message.error(textOf(error)),
  })
  return (
    <Flex gap={8} align="center" wrap>
      <span>{file.name}</span>
      <span className="quiet">
        {file.bytes !== null && `${sizeWords(file.bytes)} · `}
        {when(file.at)}
      </span>
      {file.state === 'here' && (
        <Button
          size="small"
          icon={<DownloadOutlined />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          下载
        </Button>
      )}
      {file.state === 'fetching' && <Tag color="processing">正在获取</Tag>}
      {file.state === 'failed' && <Tag color="red">{file.problem}</Tag>}
    </Flex>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export function Sendings({ rows }: Readonly<{ rows: readonly SendingWire[] }>) {
  if (rows.length === 0) return <Nothing text="还没有发给企业的消息" />
  return (
    <Flex vertical gap={10}>
      {rows.map((row) => (
        <div key={row.id}>
          <Flex gap={8} align="center" wrap>
            <SendingTag row={row} />
            <span className="quiet">
              {CHANNEL_WORDS[row.channel] ?? row.channel} · {when(row.sentAt ?? row.at)}
            </span>
          </Flex>
          <div>{row.summary}</div>
          {row.cause && <div className="late">{row.cause}</div>}
        </div>
      ))}
    </Flex>
  )
}

function SendingTag({ row }: Readonly<{ row: SendingWire }>) {
  if (row.failed) return <Tag color="red">未送达</Tag>
  if (row.readAt) return <Tag color="green">已读</Tag>
  if (row.sentAt) return <Tag color="blue">已发送</Tag>
  return <Tag color="processing">待发送</Tag>
}
