// Registers routes of the contracts and holds the invented answers to their schemas.
import type { BodyOf, ErrorCode, ParamsOf, QueryOf, ResponseOf, RouteDefinition } from '@kontuar/contracts'
import { errorCodes } from '@kontuar/contracts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Value } from 'typebox/value'

export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  constructor(code: ErrorCode, title: string, fields?: Record<string, string>) {
    super(title)
    this.code = code
    this.fields = fields
  }
}

export interface Scenario {
  signedIn: boolean
  setupNeeded: boolean
  role: 'administrator' | 'agent'
  /** Nothing there yet. */
  empty: boolean
  /** Paths (contract spelling) that answer 500. */
  failing: readonly string[]
  /** Paths that never answer. */
  hanging: readonly string[]
  worker: 'ok' | 'down'
  paused: boolean
  locale: 'pl' | 'ru' | 'en'
  theme: 'light' | 'dark'
  /** How many there are. */
  tickets: number
}
export const usual: Scenario = { signedIn: true, setupNeeded: false, role: 'administrator', empty: false, failing: [], hanging: [], worker: 'ok', paused: false, locale: 'pl', theme: 'light', tickets: 5000 }

type Handler<R extends RouteDefinition> = (given: { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; reply: FastifyReply }) => ResponseOf<R> | Promise<ResponseOf<R>>

export function createAnswer(app: FastifyInstance, scenario: Scenario) {
  return <const R extends RouteDefinition>(route: R, handle: Handler<R>): void => {
    app.route({
      method: route.method,
      url: `/api/v1${route.path}`,
      handler: async (request, reply) => {
        if (scenario.hanging.includes(route.path)) return new Promise(() => {})
        if (scenario.failing.includes(route.path)) throw new Refusal('internal', 'Something broke.')
        if (route.permission !== 'public' && !scenario.signedIn) throw new Refusal('not-signed-in', 'Please sign in.')
        const body = request.body ?? undefined
        if (route.body && !Value.Check(route.body, body)) {
          const errors = Value.Errors(route.body, body)
          throw new Refusal('invalid-input', 'Not accepted.', Object.fromEntries(errors.map((error) => [error.instancePath.slice(1).replaceAll('/', '.'), error.message])))
        }
        const answer = await handle({ params: request.params, query: request.query, body, reply } as never)
        if (route.response && !Value.Check(route.response, answer)) console.error('The invented answer breaks the contract:', route.path, Value.Errors(route.response, answer).slice(0, 3))
        void reply.status(route.status ?? 200)
        return answer
      },
    })
  }
}

export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof Refusal ? error : new Refusal('internal', (error as Error).message)
    if (!(error instanceof Refusal)) console.error(error)
    return reply.status(errorCodes[refusal.code]).header('content-type', 'application/problem+json').send({ type: `/errors/${refusal.code}`, title: refusal.message, detail: refusal.message, status: errorCodes[refusal.code], code: refusal.code, ...(refusal.fields ? { fields: refusal.fields } : {}) })
  })
}
