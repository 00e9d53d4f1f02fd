// A draft as YAML and back: what an expert types is told in words where it is no item.
import { parseDocument, stringify, visit } from 'yaml'
import { isRecord } from '../../../../knowledge/change/cells.ts'
import { type ItemDraft, inFileOrder } from '../../../../knowledge/change/fields.ts'

export const yamlOf = (draft: ItemDraft): string => stringify(inFileOrder(draft), { lineWidth: 0 })

type ReadYaml = Readonly<{ ok: true; draft: ItemDraft } | { ok: false; reason: string }>

/** @returns what a text says, or why it is no item */
export function readYaml(text: string): ReadYaml {
  const document = parseDocument(text, { logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined) {
    return no(`第 ${error.linePos?.[0].line ?? '?'} 行：${error.message}`)
  }
  // A form shows no anchors, and one that leads into itself never ends.
  let hasAlias = false
  visit(document, {
    Alias: () => {
      hasAlias = true
    },
  })
  if (hasAlias) return no('不支持引用（*），请写出内容')
  const read: unknown = document.toJS()
  return isRecord(read) ? { ok: true, draft: read } : no('应为“字段: 内容”的形式')
}

const no = (reason: string): ReadYaml => ({ ok: false, reason })
