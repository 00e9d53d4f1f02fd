// The deployment files beside the program: what they hand over, and what they open to the network.
import fs from 'node:fs'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { envSchema } from '../../src/config/env.ts'

const file = fs.readFileSync('compose.yaml', 'utf8')
const services = parse(file).services
const example = fs.readFileSync('.env.example', 'utf8')

/** Settled by the image, or by which of the two services it is. */
const OWN = ['PORT', 'HOST', 'DATA_DIR', 'ROLE']
const settings = Object.keys(envSchema.shape).filter((name) => !OWN.includes(name))

test('every setting can be given to the server, from .env', () => {
  for (const name of settings)
    expect(services.server.environment).toMatchObject({
      [name]: expect.stringContaining(`\${${name}:-`),
    })
})

test('nothing else is given to it than settings and the password of the database', () => {
  const others = Object.keys(services.server.environment).filter((name) => !settings.includes(name))
  expect(others.sort()).toEqual(['PGPASSWORD', 'ROLE'])
})

test('what is taken from .env is in its example, and nothing else is', () => {
  const taken = [...file.matchAll(/\$\{(\w+)/g)].map(([, name]) => name)
  const shown = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name)
  expect([...new Set(taken)].sort()).toEqual(shown.sort())
})

test('a password of any characters reaches the database, beside its URL', () => {
  const { DATABASE_URL, PGPASSWORD } = services.server.environment
  expect(PGPASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD\}$/)
  const url = /:-(.*)\}$/.exec(DATABASE_URL)?.[1]
  vi.stubEnv('PGPASSWORD', 'a@b/c#d:e')
  const client = new pg.Client({ connectionString: url })
  vi.unstubAllEnvs()
  expect(client).toMatchObject({ host: 'database', user: 'zhuqi', password: 'a@b/c#d:e' })
})

test('nothing is fetched from a registry when a container starts', () => {
  for (const { command } of Object.values<{ command?: string }>(services))
    expect(command).toBeUndefined()
})

test('no port is open to the network', () => {
  const ports = Object.values<{ ports?: string[] }>(services).flatMap((one) => one.ports ?? [])
  expect(ports.length).toBeGreaterThan(0)
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
})

test('the way to the figures that need no sign-in is told', () => {
  expect(fs.readFileSync('README.md', 'utf8')).toMatch(/`\/metrics`[^\n]*no sign-in/)
})
