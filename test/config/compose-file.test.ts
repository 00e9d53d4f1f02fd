// The deployment files beside the program: what they hand over, and what they open to the network.
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { envSchema } from '../../src/config/env.ts'

const services = parse(fs.readFileSync('compose.yaml', 'utf8')).services
const example = fs.readFileSync('.env.example', 'utf8')

/** Settled by the image, or of the embedding server that the file itself brings. */
const OWN = /^(PORT|HOST|DATA_DIR|EMBEDDING_.*)$/

test('every setting can be given to the server', () => {
  const given = Object.keys(services.server.environment)
  const known = Object.keys(envSchema.shape).filter((name) => !OWN.test(name))
  expect(given.filter((name) => !OWN.test(name)).sort()).toEqual(known.sort())
})

test('every setting that is taken from .env is in its example', () => {
  const taken = Object.values<string>(services.server.environment)
    .flatMap((value) => /^\$\{(\w+)/.exec(value)?.[1] ?? [])
    .filter((name) => !new RegExp(`^${name}=`, 'm').test(example))
  expect(taken).toEqual([])
})

test('no port is open to the network', () => {
  const ports = Object.values<{ ports?: string[] }>(services).flatMap((one) => one.ports ?? [])
  expect(ports.length).toBeGreaterThan(0)
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
})

test('the way to the figures that need no sign-in is told', () => {
  expect(fs.readFileSync('README.md', 'utf8')).toMatch(/`\/metrics`[^\n]*no sign-in/)
})
