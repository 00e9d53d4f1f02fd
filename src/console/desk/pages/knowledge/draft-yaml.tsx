// The whole item as YAML, for those who know the files. It is the same draft as the form's.
import { Alert, Flex, Input } from 'antd'
import { parse, stringify } from 'yaml'
import { type ItemDraft, inFileOrder } from '../../../../knowledge/change/fields.ts'
import type { Problem } from '../../../../knowledge/change/ports.ts'

export const yamlOf = (draft: ItemDraft): string => stringify(inFileOrder(draft), { lineWidth: 0 })

/** @returns what a text says, or why it is no item */
export function readYaml(
  text: string,
): Readonly<{ ok: true; draft: ItemDraft } | { ok: false; reason: string }> {
  try {
    const read: unknown = parse(text)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
      return { ok: true, draft: read as ItemDraft }
    }
    return { ok: false, reason: '应为“字段: 内容”的形式' }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : '格式有误' }
  }
}

export function DraftYaml({
  text,
  reason,
  problems,
  onChange,
}: Readonly<{
  text: string
  /** Why it cannot be read. */
  reason: string | null
  problems: readonly Problem[]
  onChange: (text: string) => void
}>) {
  return (
    <Flex vertical gap={12}>
      {reason !== null && (
        <Alert
          type="error"
          showIcon
          title="YAML 格式有误，改正后才能保存或切换到表单"
          description={<pre className="trace">{reason}</pre>}
        />
      )}
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`${problems.length} 处不符合要求`}
          description={
            <ul className="plain-list">
              {problems.map(({ path, reason: why }) => (
                <li key={`${path} ${why}`}>
                  {path} {why}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Input.TextArea
        className="limits-text"
        aria-label="事项 YAML"
        autoSize={{ minRows: 20, maxRows: 40 }}
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </Flex>
  )
}
