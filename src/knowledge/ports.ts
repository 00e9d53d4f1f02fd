// What publishing needs from the store.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from './service-item.ts'

/** The model that made a version's vectors; a query made by another one is never compared with them. */
export type EmbeddingIdentity = Readonly<{ provider: string; model: string; dim: number }>

export type VersionInfo = Readonly<{
  id: string
  state: 'staged' | 'active' | 'retired'
  /** Of everything the version was built from, including the program's own format. */
  checksum: string
  embedding: EmbeddingIdentity
  itemCount: number
  note: string | null
  createdBy: string
  createdAt: Date
  activatedAt: Date | null
  /** Whether what it answers with is stored; of old versions it is deleted. */
  hasSnapshot: boolean
}>

type NewVersion = Readonly<{
  checksum: string
  embedding: EmbeddingIdentity
  items: readonly ServiceItem[]
  note: string | null
  /** As the audit names actors; `system` for what the program does by itself. */
  createdBy: string
  /** The changes that it was built with, and those that its files have overtaken. */
  changes?: VersionChanges
}>

type ChangeRef = Readonly<{ id: string; revision: number }>

/** Changes that were laid over the files, and those that the files say by now. */
export type VersionChanges = Readonly<{
  laid: readonly ChangeRef[]
  absorbed: readonly ChangeRef[]
}>

type StoredChunk = Readonly<{
  id: string
  code: ItemCode
  kind: string
  text: string
  embedding: Float32Array
}>

/** Why nothing was published, in words for whoever publishes. */
export class NotPublished extends Error {}

export type SnapshotPart = Readonly<{ name: string; bytes: Uint8Array }>

export type KnowledgeStore = Readonly<{
  /** Makes a staged version with its items. @returns its id */
  stage: (version: NewVersion) => Promise<string>
  addChunks: (versionId: string, chunks: readonly StoredChunk[]) => Promise<void>
  addParts: (versionId: string, parts: readonly SnapshotPart[]) => Promise<void>
  /**
   * Makes the version the one that answers, and its changes published or absorbed, in one step; also
   * the way back to an older one. A new one stands in the audit with whoever made it.
   * @param instead the version whose place it takes, for the same content once more: another that
   * answers by now stays
   * @throws NotPublished when a change was taken back since it was staged
   */
  activate: (versionId: string, instead?: string) => Promise<void>
  /** Forgets a staged version whose build failed. */
  discard: (versionId: string) => Promise<void>
  active: () => Promise<VersionInfo | null>
  versions: (limit: number) => Promise<readonly VersionInfo[]>
  items: (versionId: string) => Promise<readonly ServiceItem[]>
  parts: (versionId: string) => Promise<readonly SnapshotPart[]>
}>
