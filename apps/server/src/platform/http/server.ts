// The HTTP server: limits, headers, problems, the workspace's files. Routes come from app/build-server.ts.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import multipart from '@fastify/multipart'
import fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance, type RouteOptions } from 'fastify'
import type { ErrorCode } from '@kontuar/contracts'
import type { Platform } from '../platform.ts'
import { likelyErrors, type SchemaError } from './likely-errors.ts'
import { Refusal, toProblem } from './refusal.ts'
import { checkRequests } from './validation.ts'

const webRoot = fileURLToPath(new URL('../../../../web/dist/', import.meta.url))

/**
 * No inline script and no inline style anywhere. Frames: only our own mail documents, which carry a stricter policy of
 * their own. Data and blob pictures: what is pasted into an answer before it is uploaded.
 */
const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "frame-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
].join('; ')

/** @param onRoute told of every address as it is added */
export async function createHttpServer(platform: Platform, onRoute: (route: RouteOptions) => void): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: platform.log.child({}, { level: 'warn' }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy in front: whatever a visitor writes into X-Forwarded-For itself is not believed.
    trustProxy: platform.config.trustProxy ? (_address, hop) => hop < 1 : false,
    bodyLimit: 5 * 1024 * 1024,
    // As long as an address may be at all (Node's limit for all headers): a name nobody has is told so by its own route, however long.
    routerOptions: { maxParamLength: 16 * 1024 },
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    // Half-open connections must not hold up a clean stop.
    forceCloseConnections: true,
  })
  app.addHook('onRoute', onRoute)
  checkRequests(app)

  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Kontuar', version: '1', description: 'Every contact with every customer, in one diary.' }, components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }, security: [{ token: [] }] },
  })
  await app.register(websocket, { options: { maxPayload: 4096 } })
  await app.register(multipart, { limits: { fileSize: 50 * 1024 * 1024, files: 1, fields: 5 } })

  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' })
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', contentSecurityPolicy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })

  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const problem = describe(error)
    if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    if (error instanceof Refusal && error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter)
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|health|metrics)\b/.test(request.url)) {
      return reply.code(404).type('application/problem+json').send(JSON.stringify(toProblem('not-found', 'There is nothing at this address.')))
    }
    // Every screen has an address: the workspace finds it in the browser.
    const page = await readFile(`${webRoot}index.html`).catch(() => null)
    if (page === null) return reply.code(503).type('text/plain').send('The workspace has not been built yet: run "npm start".')
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
  // The file server would refuse a folder's address.
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.callNotFound())
  await app.register(fastifyStatic, {
    root: webRoot, wildcard: true, index: false, cacheControl: false,
    // The build lays .br and .gz beside what is worth it.
    preCompressed: true,
    setHeaders: (response, path) => { response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache') },
  })
  return app
}

/** What is no UTF-8 behind its % is taken literally, so that it names something nobody has; the router would answer for itself, and not as a problem or a page. */
function readableUrl(url: string): string {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  if (!path.includes('%')) return url
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}

/** PostgreSQL: character_not_in_repertoire, untranslatable_character. */
const unstorable: ReadonlySet<unknown> = new Set(['22021', '22P05'])

function describe(error: FastifyError | Refusal) {
  if (error instanceof Refusal) return toProblem(error.code, error.message, error.fields)
  if (error.validation) {
    const telling = likelyErrors(error.validation as SchemaError[])
    const fields = Object.fromEntries(telling.map((v) => [fieldOf(v), v.message ?? 'is not valid']))
    return toProblem('invalid-input', `Check ${Object.entries(fields).map(([field, what]) => `${field || error.validationContext}: ${what}`).join('; ')}.`, fields)
  }
  // What commands take away before they store (db/storable.ts) and one of them has not.
  if (unstorable.has(error.code)) return toProblem('invalid-input', 'A text holds the character NUL, which cannot be stored: leave it out.')
  const byStatus: Record<number, [ErrorCode, string]> = {
    400: ['invalid-input', 'The request could not be read: send valid JSON.'],
    413: ['too-large', 'The request is larger than allowed: send less, or smaller files.'],
    415: ['unsupported-type', 'Send JSON with the header "Content-Type: application/json".'],
    429: ['too-many-requests', 'Too many requests: wait a moment and try again.'],
  }
  const known = byStatus[error.statusCode ?? 500]
  return known ? toProblem(...known) : toProblem('internal', 'Something went wrong here. Try again; if it stays, the administrator finds the cause in the log.')
}

function fieldOf(validation: { instancePath: string; params?: Record<string, unknown> }): string {
  const path = validation.instancePath.replace(/^\//, '').replaceAll('/', '.')
  const name = validation.params?.['missingProperty'] ?? validation.params?.['additionalProperty']
  return typeof name === 'string' ? (path ? `${path}.${name}` : name) : path
}
