// Lets node-postgres talk to the one in-process PGlite: `new pg.Pool({ ...hub.config, max: 5 })`.
// PGlite has a single session. A virtual connection owns it from its first message until
// ReadyForQuery says "idle", so the batches and transactions of different clients never interleave.
import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

/** Frontend messages after which the server answers: Query, Sync, Flush, CopyDone, CopyData, CopyFail. */
const BATCH_END = new Set([0x51, 0x53, 0x48, 0x63, 0x64, 0x66])
const TERMINATE = 0x58
const NOTIFICATION = 0x41
const READY_FOR_QUERY = 0x5a
const IDLE = 0x49
const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4)

export class PgliteHub {
  readonly config = {
    user: 'postgres',
    database: 'postgres',
    stream: () => new VirtualSocket(this),
  }
  readonly #db: PGlite
  readonly #sockets = new Set<VirtualSocket>()
  readonly #waiting: VirtualSocket[] = []
  #owner: VirtualSocket | undefined
  #pumping = false

  constructor(db: PGlite) {
    this.#db = db
  }

  attach(socket: VirtualSocket): void {
    this.#sockets.add(socket)
  }

  detach(socket: VirtualSocket): void {
    this.#sockets.delete(socket)
    if (this.#owner === socket) this.#start()
  }

  submit(socket: VirtualSocket): void {
    if (this.#owner !== socket && !this.#waiting.includes(socket)) this.#waiting.push(socket)
    this.#start()
  }

  /** Whoever has the session or waits for it is told when it fails. */
  #start(): void {
    this.#pump().catch((error: Error) => {
      for (const socket of [this.#owner, ...this.#waiting.splice(0)]) socket?.destroy(error)
    })
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return
    this.#pumping = true
    try {
      for (;;) {
        const socket = this.#owner ?? this.#waiting.shift()
        if (!socket) return
        if (socket.destroyed) {
          if (this.#owner === socket) await this.#abandon()
          continue
        }
        const batch = socket.inbox.shift()
        if (batch) await this.#answer(socket, batch)
        else if (this.#owner === socket) return // inside a transaction: wait for its next batch
      }
    } finally {
      this.#pumping = false
    }
  }

  async #answer(socket: VirtualSocket, batch: Uint8Array): Promise<void> {
    this.#owner = socket
    const reply = await this.#exec(batch)
    if (transactionStatus(reply) === IDLE) {
      this.#owner = undefined
      if (socket.inbox.length > 0) this.#waiting.push(socket)
    }
    this.#deliver(socket, reply)
  }

  async #exec(bytes: Uint8Array): Promise<Buffer> {
    const parts: Buffer[] = []
    await this.#db.runExclusive(() =>
      this.#db.execProtocolRawStream(bytes, {
        onRawData: (data) => {
          parts.push(Buffer.from(data)) // a copy: the bytes are WASM memory
        },
      }),
    )
    return Buffer.concat(parts)
  }

  /** The owner hung up inside a transaction; until that is rolled back the session is nobody else's. */
  async #abandon(): Promise<void> {
    await this.#exec(SYNC)
    await this.#db.exec('ROLLBACK')
    this.#owner = undefined
  }

  /** LISTEN belongs to the one session, so a notification is for every client. */
  #deliver(to: VirtualSocket, reply: Buffer): void {
    for (let i = 0; i + 5 <= reply.length; ) {
      const end = i + 1 + reply.readInt32BE(i + 1)
      if (reply[i] === NOTIFICATION) {
        for (const socket of this.#sockets) if (socket !== to) socket.push(reply.subarray(i, end))
      }
      i = end
    }
    to.push(reply)
  }
}

/** The status byte of a response that ends with ReadyForQuery, else 0. */
function transactionStatus(reply: Buffer): number {
  const start = reply.length - 6
  if (start < 0 || reply[start] !== READY_FOR_QUERY) return 0
  return reply.readInt32BE(start + 1) === 5 ? (reply[reply.length - 1] ?? 0) : 0
}

/** What pg takes for a TCP socket. */
class VirtualSocket extends Duplex {
  readonly inbox: Uint8Array[] = []
  readonly #hub: PgliteHub
  #buffer: Buffer = Buffer.alloc(0)
  #batch: Buffer[] = []
  #started = false

  constructor(hub: PgliteHub) {
    super({ allowHalfOpen: false })
    this.#hub = hub
  }

  connect(): this {
    this.#hub.attach(this)
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#buffer = this.#buffer.length > 0 ? Buffer.concat([this.#buffer, chunk]) : chunk
    for (let message = this.#take(); message; message = this.#take()) {
      const type = this.#started ? (message[0] ?? 0) : 0
      this.#started = true
      if (type === TERMINATE) {
        process.nextTick(() => this.destroy())
        break
      }
      this.#batch.push(message)
      if (type === 0 || BATCH_END.has(type)) {
        this.inbox.push(Buffer.concat(this.#batch))
        this.#batch = []
      }
    }
    if (this.inbox.length > 0) this.#hub.submit(this)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map((part) => part.chunk)), 'utf8', done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#hub.detach(this)
    this.push(null)
    done(error)
  }

  /** The next whole message, or undefined while it is incomplete. The startup packet has no type byte. */
  #take(): Buffer | undefined {
    const header = this.#started ? 1 : 0
    if (this.#buffer.length < header + 4) return undefined
    const size = header + this.#buffer.readInt32BE(header)
    if (this.#buffer.length < size) return undefined
    const message = this.#buffer.subarray(0, size)
    this.#buffer = this.#buffer.subarray(size)
    return message
  }
}
