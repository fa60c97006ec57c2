// Lists as tables, over HTTP.
import { Readable } from 'node:stream'
import { exportTickets as exportRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { exportTickets } from './export-tickets.ts'

export function exportRoutes(implement: Implement, { db }: Platform) {
  implement(exportRoute, async ({ actor, query, reply }) => {
    const rows = exportTickets(db, actor.orgId, query, actor)
    // The first page is read before anything is said, so that a refusal is an answer and not a torn file.
    const [head, first] = [await rows.next(), await rows.next()]
    async function* all() {
      for (const part of [head, first]) if (part.done !== true) yield part.value
      yield* rows
    }
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="tickets-${new Date().toISOString().slice(0, 10)}.csv"`).send(Readable.from(all()))
  })
}
