// The SDK puts path parameters into the URL unencoded, so an id with `../` would reach another
// endpoint. Nothing that does not look like an id of Lark's goes into a request.
import { DomainError } from '../kernel/errors.ts'

const ID = /^(?:om|oc|ou|on|omt|cli)_[A-Za-z0-9]{1,64}$/
/** Image and file keys: `img_v3_02ab_…`, `file_v3_…`; a suffix may hold hyphens. */
const RESOURCE_KEY = /^[A-Za-z0-9_-]{1,200}$/

/** A message, chat, person or app: `om_`, `oc_`, `ou_`, `on_`, `omt_`, `cli_`. */
export function isLarkId(value: string): boolean {
  return ID.test(value)
}

export function isResourceKey(value: string): boolean {
  return RESOURCE_KEY.test(value)
}

/** The id itself; throws `lark_bad_id` when it does not look like one. */
export function larkId(id: string): string {
  if (!isLarkId(id)) throw new DomainError('lark_bad_id', { id: id.slice(0, 80) })
  return id
}

/** The key itself; throws `lark_bad_id` when it does not look like one of a file, picture or card. */
export function resourceKey(key: string): string {
  if (!isResourceKey(key)) throw new DomainError('lark_bad_id', { id: key.slice(0, 80) })
  return key
}

/** What has to be asked for to fetch the bytes a person sent. */
export type ResourceRef = Readonly<{ messageId: string; type: 'image' | 'file'; key: string }>

/** The handle kept in `IncomingContent.ref`. */
export function formatRef(ref: ResourceRef): string {
  return `${ref.messageId}/${ref.type}/${ref.key}`
}

/** The inverse of `formatRef`; null for anything that is not such a handle. */
export function parseRef(text: string): ResourceRef | null {
  const [messageId = '', type, key = '', ...rest] = text.split('/')
  if (rest.length > 0 || (type !== 'image' && type !== 'file')) return null
  return isLarkId(messageId) && isResourceKey(key) ? { messageId, type, key } : null
}
