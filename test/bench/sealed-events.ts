// Events as Lark pushes them, encrypted and signed before the clock runs: the generator must cost as
// little as it can, for it shares the machine with what it measures.
import { createCipheriv, createHash, randomBytes } from 'node:crypto'

export const BENCH_APP = {
  appId: 'cli_a1b2c3d4e5f60718',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-token',
}

const aesKey = createHash('sha256').update(BENCH_APP.encryptKey).digest()
let counter = 0

/** Whole HTTP requests, each with an event of its own. */
export function sealedRequests(count: number, port: number): Buffer[] {
  return Array.from({ length: count }, () => {
    const body = sealedBody()
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHash('sha256')
      .update(`${timestamp}nonce${BENCH_APP.encryptKey}${body}`)
      .digest('hex')
    const head = [
      'POST /lark/events HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Lark-Request-Timestamp: ${timestamp}`,
      'X-Lark-Request-Nonce: nonce',
      `X-Lark-Signature: ${signature}`,
    ]
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

/** A private message, about 1.2 kB when sealed. */
function sealedBody(): string {
  const n = `${process.pid}${++counter}`
  const event = {
    schema: '2.0',
    header: {
      event_id: `event${n}`,
      event_type: 'im.message.receive_v1',
      create_time: String(Date.now()),
      token: BENCH_APP.verificationToken,
      app_id: BENCH_APP.appId,
      tenant_key: 'bench',
    },
    event: {
      sender: {
        sender_id: { open_id: `ou_${n}`, union_id: `on_${n}` },
        sender_type: 'user',
        tenant_key: 'bench',
      },
      message: {
        message_id: `om_${n}`,
        create_time: String(Date.now()),
        chat_id: `oc_${n}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: '公司设立登记要几天'.repeat(12) }),
      },
    },
  }
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', aesKey, iv)
  const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(event), 'utf8'), cipher.final()])
  return JSON.stringify({ encrypt: sealed.toString('base64') })
}
