// Who asks. Made by the sign-in of module identity through the port below, which app/ wires.
import type { FastifyRequest } from 'fastify'
import type { Permission, Role } from '@kontuar/contracts'

export interface Actor {
  kind: 'session' | 'token'
  orgId: number
  staffId: string
  userId: string
  name: string
  role: Role
  permissions: ReadonlySet<Permission>
  /** `granted`: only the tickets of some queues and locations. */
  access: 'everything' | 'granted'
  /** Of the session or of the token. */
  credentialId: string
  /** Where the request came from; absent when no request is behind it. */
  ipAddress?: string
}

/** Answers null when the request carries no valid session or token. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>
