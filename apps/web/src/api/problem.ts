import type { ErrorCode, Problem } from '@kontuar/contracts'

/** A refused or failed request. `unreachable`: no answer came; `unreadable`: what came was not ours (a proxy's page). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ErrorCode | 'unreachable' | 'unreadable'
  /** HTTP status, 0 when no answer came. */
  readonly status: number
  readonly detail: string | undefined
  /** What is wrong with single fields, by the field's path in the body (`smtp.host`). */
  readonly fields: Record<string, string>
  /** Seconds to wait, from Retry-After. */
  readonly retryAfter: number | undefined

  constructor(code: ApiProblem['code'], status: number, title: string, more: { detail?: string; fields?: Record<string, string>; retryAfter?: number } = {}) {
    super(title)
    this.code = code
    this.status = status
    this.detail = more.detail
    this.fields = more.fields ?? {}
    this.retryAfter = more.retryAfter
  }
}

/** Reads RFC 9457 problem details from a failed answer, and makes the best of anything else. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const wait = Number(response.headers.get('retry-after'))
  const retryAfter = Number.isFinite(wait) && wait > 0 ? { retryAfter: wait } : {}
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  if (body === null || typeof body.code !== 'string') return new ApiProblem('unreadable', response.status, `HTTP ${response.status}`, retryAfter)
  return new ApiProblem(body.code as ErrorCode, response.status, body.title ?? body.code, {
    ...retryAfter,
    ...(body.detail === undefined ? {} : { detail: body.detail }),
    ...(body.fields === undefined ? {} : { fields: body.fields }),
  })
}

/** Not there, or not for this person: asking again cannot help. */
export const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'not-found'
