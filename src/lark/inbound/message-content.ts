// The `content` string of a received message, by message type. A person's message is never
// dropped: what cannot be read becomes an attachment of type `other` and gets a polite answer.
import { z } from 'zod'
import type { AttachmentKind, IncomingContent } from '../../kernel/incoming.ts'
import { formatRef, isLarkId, isResourceKey } from '../ids.ts'

export type Mention = Readonly<{ key: string; name: string; openId: string | null }>

export type ReceivedMessage = Readonly<{
  messageId: string
  type: string
  content: string
  mentions: readonly Mention[]
  botOpenId: string | null
}>

/** The message's own content first; further entries are pictures that came inside a post. */
export function readContent(
  message: ReceivedMessage,
): readonly [IncomingContent, ...IncomingContent[]] {
  const content = parseContent(message.content)
  switch (message.type) {
    case 'text':
      return [readText(content, message)]
    case 'post':
      return readPost(content, message)
    case 'image':
      return [attachment('image', message, content, 'image')]
    case 'file':
      return [attachment('file', message, content, 'file')]
    case 'audio':
      return [attachment('audio', message, content, 'file')]
    case 'media':
      return [attachment('video', message, content, 'file')]
    case 'sticker':
      return [plain('sticker')]
    case 'location':
      return [plain('location', text(content['name']))]
    case 'interactive':
    case 'share_chat':
    case 'share_user':
      return [plain('card')]
    default:
      return [plain('other')]
  }
}

function readText(content: Fields, message: ReceivedMessage): IncomingContent {
  const raw = text(content['text'])
  if (raw === null) return plain('other')
  return { kind: 'text', text: resolveMentions(raw, message) }
}

const postNode = z.looseObject({ tag: z.string() })
const postBody = z.object({
  title: z.string().nullish(),
  content: z.array(z.array(z.unknown())),
})

function readPost(
  content: Fields,
  message: ReceivedMessage,
): readonly [IncomingContent, ...IncomingContent[]] {
  const body = postBody.safeParse(unwrapLocale(content))
  if (!body.success) return [plain('other')]
  const paragraphs = body.data.content.map((nodes) => nodes.flatMap(asNode))
  const lines = paragraphs.map((nodes) => nodes.map((node) => nodeText(node, message)).join(''))
  const joined = resolveMentions([body.data.title ?? '', ...lines].join('\n'), message)
  const images = paragraphs.flat().flatMap((node) => nodeImage(node, message))
  const [first, ...others] = images
  if (joined !== '' || first === undefined) return [{ kind: 'text', text: joined }, ...images]
  return [first, ...others]
}

/** A received post has no locale around it, a sent one has; both are read. */
function unwrapLocale(content: Fields): unknown {
  if ('content' in content) return content
  return content['zh_cn'] ?? Object.values(content)[0]
}

type PostNode = z.infer<typeof postNode>

function asNode(node: unknown): PostNode[] {
  const parsed = postNode.safeParse(node)
  return parsed.success ? [parsed.data] : []
}

function nodeText(node: PostNode, message: ReceivedMessage): string {
  switch (node.tag) {
    case 'text':
    case 'md':
    case 'code_block':
      return text(node['text']) ?? ''
    case 'a':
      return linkText(text(node['text']) ?? '', text(node['href']) ?? '')
    case 'at':
      return atText(node, message)
    default:
      return ''
  }
}

function linkText(label: string, href: string): string {
  return label === href || href === '' ? label : `${label} ${href}`.trim()
}

// In a post the mention is a node that carries the key, or, in a few clients, the person's id.
function atText(node: PostNode, message: ReceivedMessage): string {
  const id = text(node['user_id']) ?? ''
  const mention = message.mentions.find((m) => m.key === id || m.openId === id)
  if (mention !== undefined) return mention.key
  const name = text(node['user_name'])
  return name === null || id === message.botOpenId ? '' : `@${name}`
}

function nodeImage(node: PostNode, message: ReceivedMessage): IncomingContent[] {
  if (node.tag !== 'img' && node.tag !== 'media') return []
  const found =
    node.tag === 'img'
      ? attachment('image', message, node, 'image')
      : attachment('video', message, node, 'file')
  return found.kind === 'attachment' && found.ref !== null ? [found] : []
}

function attachment(
  type: AttachmentKind,
  message: ReceivedMessage,
  content: Fields,
  resource: 'image' | 'file',
): IncomingContent {
  const key = text(resource === 'image' ? content['image_key'] : content['file_key'])
  const fetchable = key !== null && isResourceKey(key) && isLarkId(message.messageId)
  return {
    kind: 'attachment',
    type,
    ref: fetchable ? formatRef({ messageId: message.messageId, type: resource, key }) : null,
    name: text(content['file_name']),
  }
}

function plain(type: AttachmentKind, name: string | null = null): IncomingContent {
  return { kind: 'attachment', type, ref: null, name }
}

/** The bot's own mention disappears with the blank after it; other people's become their names. */
function resolveMentions(raw: string, message: ReceivedMessage): string {
  return raw
    .replace(/@_(user_\d+|all)([^\S\n]?)/g, (whole, who: string, blank: string) => {
      if (who === 'all') return `@所有人${blank}`
      const mention = message.mentions.find((m) => m.key === `@_${who}`)
      if (mention === undefined) return whole
      return mention.openId === message.botOpenId ? '' : `@${mention.name}${blank}`
    })
    .trim()
}

type Fields = Readonly<Record<string, unknown>>

function parseContent(content: string): Fields {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null ? (value as Fields) : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
