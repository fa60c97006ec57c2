// What a module may bring to the composition (app/modules.ts).
import type { FastifyInstance } from 'fastify'
import type { Implement } from './http/implement.ts'
import type { Job, Subscriber, SubscriberTogether } from './jobs/define.ts'
import type { Platform } from './platform.ts'

export interface Module {
  routes?(implement: Implement, platform: Platform): void
  /** What strangers open without signing in, outside /api/v1; each address stands in app/access/public-pages.golden.txt. */
  pages?(app: FastifyInstance, platform: Platform): void
  jobs?(platform: Platform): readonly Job<never>[]
  subscribers?(platform: Platform): readonly Subscriber[]
  subscribersTogether?: readonly SubscriberTogether[]
}
