// Where a request comes from, for limits that a fresh cookie does not escape.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address of the client. What a proxy reports counts only when the connection itself comes from
 * a private network, where a proxy stands; an IPv6 client counts by its /64, of which it has all.
 */
export function clientAddress(c: Context): string {
  return addressFrom(peerOf(c), c.req.header('x-forwarded-for') ?? null)
}

/** The same from its parts. Of several proxies' entries the last public one is the client's. */
export function addressFrom(peer: string, forwardedFor: string | null): string {
  if (forwardedFor === null || !isPrivate(peer)) return network(peer)
  const hops = forwardedFor.split(',').map((hop) => withoutPort(hop.trim()))
  const client = hops.findLast((hop) => hop !== '' && !isPrivate(hop)) ?? hops.at(-1)
  return network(client || peer)
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // a request that came over no socket
  }
}

const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i

const isPrivate = (address: string) => address === '' || PRIVATE.test(withoutMapping(address))

/** Some proxies write the client's port, which is another one each time. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')

const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

function network(address: string): string {
  const bare = withoutMapping(address)
  if (!bare.includes(':')) return bare.slice(0, 45)
  const [head = '', tail = ''] = bare.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const gap = bare.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':').slice(0, 45)
}
