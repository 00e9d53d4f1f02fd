// What a file is, told by its first bytes and never by its name alone.
import type { AttachmentKind } from '../kernel/incoming.ts'

export type KnownFile = Readonly<{ kind: AttachmentKind; mediaType: string }>
export type FileCheck = (bytes: Uint8Array, name: string) => KnownFile | null

type Signature = Readonly<{
  magic: readonly number[]
  at?: number
  types: Readonly<Record<string, KnownFile>>
}>

const image = (mediaType: string): KnownFile => ({ kind: 'image', mediaType })
const file = (mediaType: string): KnownFile => ({ kind: 'file', mediaType })

const ascii = (text: string) => [...text].map((one) => one.charCodeAt(0))
/** The containers of ISO base media tell their kind by the brand that follows `ftyp`. */
const branded = (brand: string, type: KnownFile): Signature => ({
  magic: ascii(`ftyp${brand}`),
  at: 4,
  types: { '*': type },
})
const video = (mediaType: string): KnownFile => ({ kind: 'video', mediaType })
const audio = (mediaType: string): KnownFile => ({ kind: 'audio', mediaType })

const OOXML = 'application/vnd.openxmlformats-officedocument'

/** Office formats share a container, so their extension tells them apart; it must be a known one. */
const SIGNATURES: readonly Signature[] = [
  { magic: [0x89, 0x50, 0x4e, 0x47], types: { '*': image('image/png') } },
  { magic: [0xff, 0xd8, 0xff], types: { '*': image('image/jpeg') } },
  { magic: [0x47, 0x49, 0x46, 0x38], types: { '*': image('image/gif') } },
  { magic: [0x57, 0x45, 0x42, 0x50], at: 8, types: { '*': image('image/webp') } },
  { magic: [0x25, 0x50, 0x44, 0x46], types: { '*': file('application/pdf') } },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    types: {
      docx: file(`${OOXML}.wordprocessingml.document`),
      xlsx: file(`${OOXML}.spreadsheetml.sheet`),
      pptx: file(`${OOXML}.presentationml.presentation`),
    },
  },
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    types: { doc: file('application/msword'), xls: file('application/vnd.ms-excel') },
  },
  ...['isom', 'iso', 'mp4', 'avc1', 'M4V', '3gp'].map((one) => branded(one, video('video/mp4'))),
  branded('qt', video('video/quicktime')),
  branded('M4A', audio('audio/mp4')),
  ...['heic', 'heix', 'mif1'].map((one) => branded(one, image('image/heic'))),
  { magic: ascii('OggS'), types: { '*': audio('audio/ogg') } },
  { magic: ascii('#!AMR'), types: { '*': audio('audio/amr') } },
]

/** The kind of a file that may be accepted, or null: scripts, archives and programs are not. */
export function fileTypeOf(bytes: Uint8Array, name: string): KnownFile | null {
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  for (const { magic, at = 0, types } of SIGNATURES) {
    if (!magic.every((byte, i) => bytes[at + i] === byte)) continue
    return types['*'] ?? (Object.hasOwn(types, extension) ? (types[extension] ?? null) : null)
  }
  return null
}
