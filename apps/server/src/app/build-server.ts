// Composition of the web service: the life of a request is onRequest (who, may they) → validate → handler → present.
import type { FastifyInstance } from 'fastify'
import type { RouteDefinition } from '@kontuar/contracts'
import type { Authenticate } from '../platform/http/actor.ts'
import { createIdempotency } from '../platform/http/idempotency.ts'
import { apiPrefix, createImplement } from '../platform/http/implement.ts'
import { measureRequests, registry } from '../platform/http/metrics.ts'
import { createHttpServer } from '../platform/http/server.ts'
import type { Live } from '../platform/live/hub.ts'
import { liveRoutes } from '../platform/live/routes.ts'
import type { Platform } from '../platform/platform.ts'
import { modules } from './modules.ts'

export interface BuiltServer {
  app: FastifyInstance
  implemented: RouteDefinition[]
  /** Method and address of everything outside /api/v1, once the server is ready: nothing there asks who it is. */
  open: string[]
}

export async function buildServer(platform: Platform, authenticate: Authenticate, live: Live): Promise<BuiltServer> {
  const open: string[] = []
  const app = await createHttpServer(platform, (route) => { if (!route.url.startsWith(`${apiPrefix}/`)) open.push(`${[route.method].flat().join('|')} ${route.url}`) })
  measureRequests(app)
  const { implement, implemented } = createImplement(app, authenticate, createIdempotency(platform.db, platform.crypto), platform.publicUrl)
  for (const module of modules) module.routes?.(implement, platform)
  for (const module of modules) module.pages?.(app, platform)

  liveRoutes(implement, live, authenticate)

  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await platform.db.query('select 1').then(() => true, () => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database unavailable' })
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  return { app, implemented, open }
}
