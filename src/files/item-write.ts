// A changed item back into the text of its file: what did not change keeps its order and comments.
import { type Document, isMap, isSeq, type ParsedNode, parseDocument, type YAMLMap } from 'yaml'
import { isSame } from '../kernel/canonical.ts'
import { isRecord } from '../knowledge/change/cells.ts'
import { type ItemFile, itemSchema } from './item-schema.ts'

/**
 * @param text the file as it is
 * @returns the file as it should be; the same text when it says the same already
 */
export function changedItemText(text: string, item: ItemFile): string {
  const document = parseDocument(text)
  const was: Record<string, unknown> = itemSchema.parse(document.toJS())
  if (isSame(was, item)) return text
  for (const [key, value] of Object.entries(item)) {
    if (!isSame(was[key], value)) put(document, document.contents as YAMLMap, key, value)
  }
  return document.toString({ lineWidth: 0 })
}

type Parent = Readonly<{
  get: (key: string, keepScalar: true) => unknown
  set: (key: string, value: unknown) => void
}>

function put(document: Document, parent: Parent, key: string, value: unknown): void {
  const node = parent.get(key, true)
  if (isMap(node) && isRecord(value)) {
    const was = node.toJS(document) as Record<string, unknown>
    for (const [name, one] of Object.entries(value)) {
      if (!isSame(was[name], one)) put(document, node as unknown as Parent, name, one)
    }
  } else if (isSeq(node) && Array.isArray(value) && value.length > 0) {
    // A row that is still there is the same node, with whatever is noted beside it.
    const rows = node.items.map((row) => ({
      row,
      is: (row as ParsedNode).toJS(document) as unknown,
    }))
    node.items = value.map((one: unknown) => {
      const place = rows.findIndex(({ is }) => isSame(is, one))
      return place < 0 ? document.createNode(one) : rows.splice(place, 1)[0]?.row
    })
  } else parent.set(key, document.createNode(value))
}
