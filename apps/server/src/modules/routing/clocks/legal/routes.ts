import { createLegalBasis, getLegalDeadline, listLegalBases, setLegalDeadline } from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { languageOf } from '../../../identity/index.ts'
import { addBasis, listBases } from './bases.ts'
import { getDeadline } from './get-deadline.ts'
import { setDeadline } from './set-deadline.ts'

export function legalRoutes(implement: Implement, { db }: Platform) {
  implement(listLegalBases, async ({ actor }) => ({ items: await db.read(actor.orgId, listBases), next: null }))
  implement(createLegalBasis, ({ actor, body }) => db.write(actor.orgId, (tx) => addBasis(tx, actor, body)))
  implement(getLegalDeadline, ({ actor, params }) => db.read(actor.orgId, async (tx) => getDeadline(tx, params.id, await languageOf(tx, actor.staffId))))
  implement(setLegalDeadline, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await setDeadline(tx, actor, params.id, body)
    return (await getDeadline(tx, params.id, await languageOf(tx, actor.staffId)))!
  }))
}
