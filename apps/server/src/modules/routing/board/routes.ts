import { getBoard as getBoardRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readBoard } from './read-board.ts'

export function boardRoutes(implement: Implement, { db }: Platform) {
  implement(getBoardRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => readBoard(tx, query)))
}
