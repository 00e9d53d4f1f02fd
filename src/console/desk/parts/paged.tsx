// A list of the server, a page at a time: a table where there is room, cards where there is not.
import { Card, Checkbox, Flex, Grid, Pagination, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import type { Paged } from '../../../http/console-api/wire.ts'
import { Loaded, Nothing } from './states.tsx'
import type { UrlState } from './url-state.ts'

type Props<T extends object> = Readonly<{
  query: Readonly<{
    data: Paged<T> | undefined
    error: unknown
    isFetching: boolean
    refetch: () => unknown
  }>
  paging: Pick<UrlState, 'page' | 'size' | 'goTo'>
  columns: NonNullable<TableProps<T>['columns']>
  rowKey: (row: T) => string
  /** One row on a narrow screen. */
  card: (row: T) => ReactNode
  empty: string
  onOpen?: (row: T) => void
  /** Rows that are picked to do something with all of them. */
  chosen?: Readonly<{ rows: readonly T[]; onChange: (rows: readonly T[]) => void }>
}>

export function PagedList<T extends object>(props: Props<T>) {
  const { query, paging } = props
  const wide = Grid.useBreakpoint().md ?? true
  return (
    <Loaded query={query}>
      {({ rows, total }) => (
        <Flex vertical gap={12}>
          {rows.length === 0 ? (
            <Nothing text={props.empty} />
          ) : wide ? (
            <WideRows {...props} rows={rows} />
          ) : (
            <NarrowRows {...props} rows={rows} />
          )}
          {total > 0 && (
            <Pagination
              align="end"
              current={paging.page}
              pageSize={paging.size}
              total={total}
              size={wide ? 'medium' : 'small'}
              showSizeChanger={wide}
              showTotal={(count) => `共 ${count} 条`}
              onChange={paging.goTo}
            />
          )}
        </Flex>
      )}
    </Loaded>
  )
}

type Rows<T extends object> = Props<T> & Readonly<{ rows: readonly T[] }>

function WideRows<T extends object>({ rows, columns, rowKey, query, onOpen, chosen }: Rows<T>) {
  return (
    <Table<T>
      dataSource={rows}
      columns={columns}
      rowKey={rowKey}
      loading={query.isFetching}
      pagination={false}
      scroll={{ x: 'max-content' }}
      {...(chosen && {
        rowSelection: {
          selectedRowKeys: chosen.rows.map(rowKey),
          onChange: (_: unknown, picked: T[]) => chosen.onChange(picked),
        },
      })}
      {...(onOpen && {
        onRow: (row) => ({ onClick: () => onOpen(row), className: 'clickable' }),
      })}
    />
  )
}

function NarrowRows<T extends object>({ rows, rowKey, card, onOpen, chosen }: Rows<T>) {
  return rows.map((row) => (
    <Card
      key={rowKey(row)}
      size="small"
      hoverable={onOpen !== undefined}
      {...(onOpen && { onClick: () => onOpen(row) })}
    >
      {chosen && <Choice row={row} rowKey={rowKey} chosen={chosen} />}
      {card(row)}
    </Card>
  ))
}

function Choice<T extends object>({
  row,
  rowKey,
  chosen: { rows, onChange },
}: Readonly<{ row: T; rowKey: (row: T) => string; chosen: NonNullable<Props<T>['chosen']> }>) {
  const rest = rows.filter((one) => rowKey(one) !== rowKey(row))
  return (
    <Checkbox
      checked={rest.length < rows.length}
      onChange={({ target }) => onChange(target.checked ? [...rest, row] : rest)}
    >
      选择
    </Checkbox>
  )
}
