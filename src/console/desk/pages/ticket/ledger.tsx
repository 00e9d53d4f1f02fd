// Checks on request that the ledger is as it was written.
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { LedgerWire } from '../../../../http/console-api/wire.ts'
import { get, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'

export function LedgerCheck({ number }: Readonly<{ number: string }>) {
  const may = useMay('ledger.verify')
  const check = useMutation({ mutationFn: () => get<LedgerWire>(`/ledgers/${number}`) })
  if (!may) return null
  if (check.error) return <Alert type="error" showIcon title={textOf(check.error)} />
  if (check.data) return <Alert showIcon {...words(check.data)} />
  return (
    <Button
      size="small"
      icon={<SafetyCertificateOutlined />}
      loading={check.isPending}
      onClick={() => check.mutate()}
    >
      核验办理记录
    </Button>
  )
}

function words(verdict: LedgerWire): { type: 'success' | 'error'; title: string } {
  if (!verdict.ok) {
    return { type: 'error', title: `第 ${verdict.seq} 条办理记录与当时写入的不一致，请立即报告。` }
  }
  const deleted = verdict.deleted > 0 ? `（其中 ${verdict.deleted} 条内容已按期限删除）` : ''
  return { type: 'success', title: `共 ${verdict.entries} 条办理记录，未被改动${deleted}。` }
}
