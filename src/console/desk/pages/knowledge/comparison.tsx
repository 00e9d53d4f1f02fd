// What differs, field by field; within a changed line the words are told apart. Colour is never the
// only sign: what was added is underlined, what was removed struck out, for screen readers as well.
import { Card, Flex, Tag } from 'antd'
import { diffChars, diffWords } from 'diff'
import type { FieldChange, LineChange } from '../../../../knowledge/change/compare.ts'
import { Nothing } from '../../parts/states.tsx'

export function Comparison({
  changes,
  conflicts = [],
}: Readonly<{ changes: readonly FieldChange[]; conflicts?: readonly string[] }>) {
  if (changes.length === 0) return <Nothing text="没有不同之处" />
  return (
    <Flex vertical gap={16}>
      {changes.map((change) => (
        <section key={change.field} aria-label={change.label}>
          <Flex gap={8} align="center">
            <strong>{change.label}</strong>
            {change.reordered && <Tag>顺序有调整</Tag>}
            {conflicts.includes(change.field) && <Tag color="red">两处都改过</Tag>}
          </Flex>
          <ul className="plain-list compared">
            {change.lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none ever moves
              <li key={n}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Flex>
  )
}

export const ComparisonCard = ({
  title,
  ...shown
}: Readonly<{ title: string }> & Parameters<typeof Comparison>[0]) => (
  <Card title={title}>
    <Comparison {...shown} />
  </Card>
)

function Line({ line: { before, after } }: Readonly<{ line: LineChange }>) {
  if (before === null) {
    return (
      <>
        <Tag color="green">新增</Tag>
        <ins>{after}</ins>
      </>
    )
  }
  if (after === null) {
    return (
      <>
        <Tag color="red">删除</Tag>
        <del>{before}</del>
      </>
    )
  }
  return (
    <>
      <Tag color="blue">修改</Tag>
      {wordsOf(before, after).map(({ key, value, added, removed }) =>
        added ? (
          <ins key={key}>{value}</ins>
        ) : removed ? (
          <del key={key}>{value}</del>
        ) : (
          <span key={key}>{value}</span>
        ),
      )}
    </>
  )
}

/** Chinese has no spaces between words: a segmenter finds them; without one characters are compared. */
function wordsOf(before: string, after: string) {
  const parts =
    'Segmenter' in Intl
      ? diffWords(before, after, {
          intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }),
        })
      : diffChars(before, after)
  return parts.map((part, n) => ({ ...part, key: n }))
}
