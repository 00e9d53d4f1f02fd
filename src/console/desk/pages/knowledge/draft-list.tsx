// The rows of a draft: added, removed and moved; a list of single texts is one text, a line each.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Select } from 'antd'
import { memo, useState } from 'react'
import { emptyRow } from '../../../../knowledge/change/cells.ts'
import type { Column, ListField } from '../../../../knowledge/change/fields.ts'
import { DraftField, Labelled, Reasons } from './draft-field.tsx'
import type { Reason } from './draft-reasons.ts'

type Props = Readonly<{
  list: ListField
  rows: readonly unknown[]
  reasons: readonly Reason[]
  onChange: (name: string, rows: readonly unknown[]) => void
}>

export const DraftList = memo(function DraftList(props: Props) {
  const [only] = props.list.columns
  if (props.list.columns.length > 1) return <Records {...props} />
  return only?.options === undefined ? (
    <Lines {...props} />
  ) : (
    <Choices {...props} options={only.options} />
  )
})

/** What is said of the list as a whole, and of the rows, whose place is then told. */
const said = (reasons: readonly Reason[]): readonly string[] =>
  reasons.map(({ row, reason }) => (row === null ? reason : `第 ${row + 1} 行：${reason}`))

function Lines({ list, rows, reasons, onChange }: Props) {
  const [text, setText] = useState(() => rows.map(String).join('\n'))
  const change = (typed: string) => {
    setText(typed)
    const lines = typed.split('\n').map((line) => line.trim())
    onChange(
      list.name,
      lines.filter((line) => line !== ''),
    )
  }
  return (
    <Labelled
      label={`${list.label}（每行一条，共 ${rows.length} 条）`}
      name={list.label}
      reasons={said(reasons)}
    >
      {(given) => (
        <Input.TextArea
          {...given}
          autoSize={{ minRows: 2, maxRows: 14 }}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Labelled>
  )
}

function Choices({
  list,
  rows,
  reasons,
  options,
  onChange,
}: Props & Readonly<{ options: readonly string[] }>) {
  return (
    <Labelled label={list.label} reasons={said(reasons)}>
      {(given) => (
        <Select
          {...given}
          mode="multiple"
          value={rows.map(String)}
          options={options.map((value) => ({ value, label: value }))}
          onChange={(chosen: string[]) => onChange(list.name, chosen)}
        />
      )}
    </Labelled>
  )
}

function Records({ list, rows, reasons, onChange }: Props) {
  const put = (changed: readonly unknown[]) => onChange(list.name, changed)
  const swap = (n: number, m: number) =>
    put(rows.map((row, k) => (k === n ? rows[m] : k === m ? rows[n] : row)))
  return (
    <Flex vertical gap={12}>
      <Reasons reasons={said(reasons.filter(({ row }) => row === null))} />
      {rows.map((row, n) => (
        <Flex
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own; its fields are controlled
          key={n}
          vertical
          gap={4}
          className="draft-row"
          role="group"
          aria-label={`${list.label} 第 ${n + 1} 行`}
        >
          <div className="draft-columns">
            {list.columns.map((column) => (
              <DraftField
                key={column.path}
                column={column}
                row={row}
                name={`${list.label} ${n + 1} ${column.label}`}
                reasons={reasonsOf(reasons, n, column)}
                onChange={(changed) => put(rows.map((one, k) => (k === n ? changed : one)))}
              />
            ))}
          </div>
          <Flex gap={4} justify="end">
            <Button
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label="上移"
              disabled={n === 0}
              onClick={() => swap(n, n - 1)}
            />
            <Button
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label="下移"
              disabled={n === rows.length - 1}
              onClick={() => swap(n, n + 1)}
            />
            <Button
              size="small"
              icon={<DeleteOutlined />}
              aria-label="删除此行"
              onClick={() => put(rows.filter((_, k) => k !== n))}
            />
          </Flex>
        </Flex>
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => put([...rows, emptyRow(list)])}>
          增加{list.label}
        </Button>
      </div>
    </Flex>
  )
}

const reasonsOf = (reasons: readonly Reason[], n: number, { path }: Column): readonly string[] =>
  reasons
    .filter(({ row, within }) => row === n && (within === path || within.startsWith(`${path}.`)))
    .map(({ reason }) => reason)
