// Binds a route of the contracts to its handler: permission → validate → handler → present.
// Every route of /api/v1 enters here, so none can forget its permission.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from '@fastify/websocket'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteDefinition } from '@kontuar/contracts'
import type { Actor, Authenticate } from './actor.ts'
import { viewer } from '../db/database.ts'
import type { Idempotency } from './idempotency.ts'
import { Refusal } from './refusal.ts'

export interface Call<R extends RouteDefinition> {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  /** Of public routes too, when somebody is signed in; then it may be missing. */
  actor: R['permission'] extends 'public' ? Actor | null : Actor
  request: FastifyRequest
  reply: FastifyReply
}
export type Handler<R extends RouteDefinition> = (call: Call<R>) => Promise<ResponseOf<R> | FastifyReply>

export type SocketHandler = (socket: WebSocket, actor: Actor, request: FastifyRequest) => void

/** `onSocket` serves the same address as a WebSocket; its plain GET is then the handler's. */
export type Implement = <R extends RouteDefinition>(route: R, handler: Handler<R>, options?: { onSocket?: SocketHandler }) => void

export const apiPrefix = '/api/v1'

export function createImplement(app: FastifyInstance, authenticate: Authenticate, idempotency: Idempotency, publicUrl: () => string): { implement: Implement; implemented: RouteDefinition[] } {
  const implemented: RouteDefinition[] = []

  const implement: Implement = (route, handler, options = {}) => {
    const { onSocket } = options
    implemented.push(route)
    app.route({
      method: route.method,
      url: apiPrefix + route.path,
      schema: {
        summary: route.summary, tags: [route.tag], operationId: operationId(route),
        ...(route.params ? { params: route.params } : {}),
        ...(route.query ? { querystring: route.query } : {}),
        ...(route.body ? { body: route.body } : {}),
        ...(route.response ? { response: { [route.status ?? 200]: route.response } } : {}),
        // Read by the OpenAPI document and the golden list of permissions.
        ['x-permission' as string]: route.permission,
      },
      config: { permission: route.permission },
      onRequest: async (request) => {
        const actor = await authenticate(request)
        request.actor = actor
        if (route.permission === 'public') return
        if (actor === null) throw new Refusal('not-signed-in', 'Sign in, or send a valid token as "Authorization: Bearer …".')
        if (actor.kind === 'session' && (route.method !== 'GET' || request.ws)) refuseOtherSites(request, publicUrl())
        if (route.permission !== 'self' && !actor.permissions.has(route.permission)) {
          throw new Refusal('not-allowed', `This needs the permission ${route.permission}: ask an administrator.`)
        }
      },
      ...(onSocket ? { wsHandler: (socket: WebSocket, request: FastifyRequest) => onSocket(socket, request.actor!, request) } : {}),
      handler: async (request, reply) => {
        const actor = request.actor ?? null
        const handle = () => handler({ params: request.params, query: request.query, body: request.body, actor, request, reply } as never)
        const work = () => (actor?.access === 'granted' ? viewer.run(actor.staffId, handle) : handle())
        const result = route.method === 'GET' || actor === null ? await work() : await idempotency(request, actor, work)
        if (reply.sent) return reply
        if (route.status) reply.code(route.status)
        return result
      },
    })
  }
  return { implement, implemented }
}

/**
 * A cookie travels with forms of other sites too (CSRF), so a change by session must come from our own page:
 * browsers say so in Sec-Fetch-Site, older ones in Origin.
 */
export function refuseOtherSites(request: FastifyRequest, publicUrl: string) {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin') return
  const origin = request.headers.origin
  if (site === undefined && origin === undefined) throw new Refusal('wrong-origin', 'A change by session must come from the workspace itself; programs use a token.')
  const own = [publicUrl, `${request.protocol}://${request.host}`]
  if (site !== 'cross-site' && origin !== undefined && own.includes(origin)) return
  throw new Refusal('wrong-origin', 'The request came from another site. If this is the right address of the workspace, set KONTUAR_URL to it.')
}

const operationId = (route: RouteDefinition) =>
  `${route.method.toLowerCase()}${route.path.replace(/[:/]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`

declare module 'fastify' {
  interface FastifyRequest { actor?: Actor | null }
  interface FastifyContextConfig { permission?: string }
}
