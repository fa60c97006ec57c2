// Idempotency-Key: the same write sent twice is done once, and both get the same answer.
// Kept for a day; the row is claimed before the work, so two at once do not both run. That the work was stored is noted in
// its own transaction, so a process that dies before it could answer does not make a second try do it twice. The answer is kept sealed:
// it may hold what is shown only once, such as a new token.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Crypto } from '../crypto/seal.ts'
import { alsoInTransaction, type Database } from '../db/database.ts'
import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'

/** Of a row whose work is stored while its answer is not, or not yet. */
const stored = 0

export type Idempotency = <T>(request: FastifyRequest, actor: Actor, work: () => Promise<T>) => Promise<T>

export function createIdempotency(db: Database, crypto: Crypto): Idempotency {
  return async (request, actor, work) => {
    const key = request.headers['idempotency-key']
    if (key === undefined) return work()
    if (typeof key !== 'string' || key.length < 1 || key.length > 200) throw new Refusal('invalid-input', 'Idempotency-Key must have 1 to 200 characters.')
    const hash = createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`).digest('hex')
    const own = [actor.orgId, actor.staffId, key]
    const context = `idempotency:${actor.orgId}:${actor.staffId}:${key}`

    const before = await db.write(actor.orgId, async (tx) => {
      const claimed = await tx.query('insert into idempotency (org_id, actor, key, request_hash) values ($1, $2, $3, $4) on conflict do nothing returning key', [...own, hash])
      if (claimed.length > 0) return null
      const [row] = await tx.query<{ request_hash: string; status: number | null; response: string; stale: boolean }>(
        `select request_hash, status, response, created_at < now() - interval '1 minute' as stale from idempotency where org_id = $1 and actor = $2 and key = $3 for update`, own)
      // Claimed a minute ago and never answered: that process died, the work is done again.
      if (row && row.request_hash === hash && row.status === null && row.stale) {
        await tx.query('update idempotency set created_at = now() where org_id = $1 and actor = $2 and key = $3', own)
        return null
      }
      return row ?? null
    })
    if (before) {
      if (before.request_hash !== hash) throw new Refusal('idempotency-mismatch', 'This Idempotency-Key was used for a different request: choose a new one.')
      if (before.status === null) throw new Refusal('conflict', 'The same request is being worked on: ask again in a moment.')
      if (before.status === stored) throw new Refusal('conflict', 'This request has been carried out, but its answer was lost: look at what is stored before sending anything new.')
      return JSON.parse(crypto.open(before.response, context)) as never
    }
    try {
      const result = await alsoInTransaction.run((tx) => tx.query('update idempotency set status = $4 where org_id = $1 and actor = $2 and key = $3 and status is null', [...own, stored]), work)
      await db.write(actor.orgId, (tx) => tx.query('update idempotency set status = 200, response = $4 where org_id = $1 and actor = $2 and key = $3', [...own, JSON.stringify(crypto.seal(JSON.stringify(result ?? null), context))]))
      return result
    } catch (error) {
      // Refused or failed before anything was stored: the key is free again.
      await db.write(actor.orgId, (tx) => tx.query('delete from idempotency where org_id = $1 and actor = $2 and key = $3 and status is null', own)).catch(() => {})
      throw error
    }
  }
}
