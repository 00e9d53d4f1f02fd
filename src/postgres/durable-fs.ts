// PGlite on Node never fsyncs by itself: its file system has no fsync operation, so a power cut
// could lose or tear committed data. This adds the operation and the parameters that use it.
import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Emscripten = {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
}

export class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const result = await super.init(pg, options)
    const emscripten = result.emscriptenOpts as { preRun?: unknown[] }
    emscripten.preRun = emscripten.preRun ?? []
    emscripten.preRun.push((module: Emscripten) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fs.fsyncSync(stream.nfd)
        return 0
      }
    })
    return result
  }
}

export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'), // -F turns fsync off
  ...['-c', 'wal_sync_method=fsync'], // fdatasync never reaches the hook
  ...['-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB', '-c', 'shared_buffers=32MB'],
]
