// The whole item as YAML, for those who know the files. It is the same draft as the form's.
import { Alert, Flex, Input } from 'antd'
import type { Problem } from '../../../../knowledge/change/ports.ts'

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
