// The one way to the server. Types, method and path come from the route's definition in @kontuar/contracts.
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteDefinition } from '@kontuar/contracts'
import { ApiProblem, problemFrom } from './problem.ts'
import { randomId } from './random-id.ts'

export const apiBase = '/api/v1'

type Part<Name extends string, T> = T extends undefined ? { [N in Name]?: undefined } : Record<string, never> extends T ? { [N in Name]?: T } : { [N in Name]: T }
export type ApiInput<R extends RouteDefinition> = Part<'params', ParamsOf<R>> & Part<'query', QueryOf<R>> & Part<'body', BodyOf<R>> & {
  signal?: AbortSignal
  /** Give the same key again when the same act is repeated; otherwise each POST gets its own. */
  idempotencyKey?: string
  /** Instead of a JSON body: an upload (multipart/form-data). */
  form?: FormData
}
type Given<R extends RouteDefinition> = Record<never, never> extends ApiInput<R> ? [input?: ApiInput<R>] : [input: ApiInput<R>]

let signedOut: () => void = () => {}
/** Called when the server says that nobody is signed in (any more). */
export const onSignedOut = (listener: () => void) => {
  signedOut = listener
}

/** The address of a route, for links, frames and downloads. Throws when a parameter is missing. */
export function apiPath(route: Pick<RouteDefinition, 'path'>, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`The route ${route.path} needs “${name}”.`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  return apiBase + path + (search.size === 0 ? '' : `?${search}`)
}

/** Asks the server. Throws {@link ApiProblem}; an abort passes through as it is. */
export async function api<const R extends RouteDefinition>(route: R, ...[input]: Given<R>): Promise<ResponseOf<R>> {
  const given = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; signal?: AbortSignal; idempotencyKey?: string; form?: FormData }
  const headers: Record<string, string> = { accept: 'application/json' }
  if (route.method === 'POST') headers['idempotency-key'] = given.idempotencyKey ?? randomId()
  if (given.body !== undefined) headers['content-type'] = 'application/json'

  const response = await fetch(apiPath(route, given.params, given.query), {
    method: route.method,
    headers,
    credentials: 'same-origin',
    ...(given.form ? { body: given.form } : given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    ...(given.signal ? { signal: given.signal } : {}),
  }).catch((error: unknown) => {
    if (given.signal?.aborted) throw error
    throw new ApiProblem('unreachable', 0, 'unreachable')
  })

  if (!response.ok) {
    const problem = await problemFrom(response)
    if (problem.code === 'not-signed-in') signedOut()
    throw problem
  }
  return (await response.json().catch(() => {
    throw new ApiProblem('unreadable', response.status, 'unreadable')
  })) as ResponseOf<R>
}
