// The long connection's frame (protobuf 2, `pbbp2.Frame`), written out by hand: nine fields, two
// wire types.

export type Frame = Readonly<{
  seqId: number
  logId: number
  service: number
  /** 0 control, 1 data. */
  method: number
  headers: Readonly<Record<string, string>>
  payload: Buffer
}>

const VARINT = 0
const BYTES = 2

export function encodeFrame(frame: Frame): Buffer {
  const headers = Object.entries(frame.headers).map(([key, value]) =>
    bytesField(
      5,
      Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))]),
    ),
  )
  return Buffer.concat([
    varintField(1, frame.seqId),
    varintField(2, frame.logId),
    varintField(3, frame.service),
    varintField(4, frame.method),
    ...headers,
    bytesField(6, Buffer.from('json')),
    bytesField(8, frame.payload),
  ])
}

export function decodeFrame(data: Buffer): Frame {
  const numbers = new Map<number, number>()
  const headers: Record<string, string> = {}
  let payload = Buffer.alloc(0)
  for (const [field, value] of fields(data)) {
    if (typeof value === 'number') numbers.set(field, value)
    else if (field === 8) payload = Buffer.from(value)
    else if (field === 5) {
      const pair = new Map(fields(value))
      headers[String(pair.get(1) ?? '')] = String(pair.get(2) ?? '')
    }
  }
  return {
    seqId: numbers.get(1) ?? 0,
    logId: numbers.get(2) ?? 0,
    service: numbers.get(3) ?? 0,
    method: numbers.get(4) ?? 0,
    headers,
    payload,
  }
}

function* fields(data: Buffer): Generator<[number, number | Buffer]> {
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = data[at++]
      if (byte === undefined) throw new Error('frame ends in a number')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number(value)
    }
  }
  while (at < data.length) {
    const key = varint()
    const wire = key & 7
    if (wire !== VARINT && wire !== BYTES) throw new Error(`unexpected wire type ${wire}`)
    if (wire === VARINT) yield [key >> 3, varint()]
    else {
      const length = varint()
      yield [key >> 3, data.subarray(at, at + length)]
      at += length
    }
  }
}

function varintField(field: number, value: number): Buffer {
  return Buffer.concat([varintBytes((field << 3) | VARINT), varintBytes(value)])
}

function bytesField(field: number, value: Buffer): Buffer {
  return Buffer.concat([varintBytes((field << 3) | BYTES), varintBytes(value.length), value])
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt(value)
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}
