// Live, ready, and in figures.
import { Hono } from 'hono'
import type { Registry } from 'prom-client'

type Readiness = Readonly<{
  database: boolean
  /** The knowledge version that answers, or null while none is loaded. */
  knowledge: string | null
  /** False when the worker has not looked for work lately; true where this process has none. */
  worker: boolean
  /**
   * Which vectors questions are compared with, and what mends it where they are not the wanted ones:
   * words alone answer too. Null while no version is loaded.
   */
  vectors: Readonly<{
    used: 'wanted' | 'built_in' | 'none'
    wanted: string
    stored: string
    note: string | null
  }> | null
}>

export type HealthDeps = Readonly<{ readiness: () => Promise<Readiness>; metrics: Registry }>

/**
 * `/healthz`: the process answers. `/readyz`: 503 until the database answers, a version is loaded and
 * the worker is at work; vectors do not count.
 */
export function health(deps: HealthDeps): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const state = await deps.readiness()
    const ready = state.database && state.knowledge !== null && state.worker
    return c.json({ ready, ...state }, ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    c.header('Content-Type', deps.metrics.contentType)
    return c.body(await deps.metrics.metrics())
  })
  return app
}
