// One value of a draft as a form field, with what is wrong with it below.
import { Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Named } from '../../../../http/console-api/wire.ts'
import { type Cell, cellOf, withCell } from '../../../../knowledge/change/cells.ts'
import { type Column, OPTION_WORDS } from '../../../../knowledge/change/fields.ts'

type Props<Row> = Readonly<{
  column: Column
  row: Row
  reasons: readonly string[]
  /** For readers of the page that do not see where the field stands. */
  name?: string
  options?: readonly Named[] | undefined
  onChange: (row: Row) => void
}>

export function DraftField<Row>({ column, row, reasons, name, options, onChange }: Props<Row>) {
  const cell = cellOf(column, row)
  const set = (value: Cell) => onChange(withCell(column, row, value))
  return (
    <Labelled label={column.label} name={name} reasons={reasons}>
      {(given) => <Control {...{ column, cell, options, set, given }} />}
    </Labelled>
  )
}

type Given = Readonly<{ 'aria-label': string; 'aria-describedby': string; status: '' | 'error' }>

export function Labelled({
  label,
  name = label,
  reasons,
  children,
}: Readonly<{
  label: string
  name?: string | undefined
  reasons: readonly string[]
  children: (given: Given) => ReactNode
}>) {
  const id = useId()
  const status = reasons.length > 0 ? 'error' : ''
  return (
    <div className="draft-field">
      <span className="quiet" aria-hidden="true">
        {label}
      </span>
      {children({ 'aria-label': name, 'aria-describedby': id, status })}
      <Reasons id={id} reasons={reasons} />
    </div>
  )
}

export const Reasons = ({ id, reasons }: Readonly<{ id?: string; reasons: readonly string[] }>) => (
  <div id={id} className="draft-reasons">
    {reasons.map((reason) => (
      <div key={reason}>{reason}</div>
    ))}
  </div>
)

function Control({
  column,
  cell,
  options,
  set,
  given,
}: Readonly<{
  column: Column
  cell: Cell
  options: readonly Named[] | undefined
  set: (cell: Cell) => void
  given: Given
}>) {
  const choices =
    options ?? column.options?.map((value) => ({ value, label: OPTION_WORDS[value] ?? value }))
  if (choices !== undefined) {
    return (
      <Select
        {...given}
        allowClear={column.optional === true}
        showSearch={{ optionFilterProp: 'label' }}
        value={cell === null ? null : String(cell)}
        options={[...choices]}
        onChange={(value) => set(value ?? null)}
      />
    )
  }
  const value = cell === null ? '' : String(cell)
  if (column.kind === 'text' || column.kind === 'lines') {
    return (
      <Input.TextArea
        {...given}
        autoSize={{ minRows: 1, maxRows: 10 }}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    )
  }
  return (
    <Input
      {...given}
      value={value}
      {...(column.kind === 'number' && { inputMode: 'numeric' })}
      {...(column.kind === 'date' && { type: 'date' })}
      onChange={(event) => set(event.target.value)}
    />
  )
}
