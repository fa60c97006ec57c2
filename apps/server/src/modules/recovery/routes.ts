// Loops, their settings, error review and collections over HTTP.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeRecovery } from './commands/change-recovery.ts'
import { closeRecovery } from './commands/close-recovery.ts'
import { reopenRecovery } from './commands/reopen-recovery.ts'
import { getStory } from './reading/get-story.ts'
import { countRecoveries, listRecoveries } from './reading/list-recoveries.ts'
import { reviewErrors } from './review/error-review.ts'
import { listAnswerFields } from './settings/list-answer-fields.ts'
import { changeRecoverySettings, readRecoverySettings } from './settings/recovery-settings.ts'
import { addStudyItem } from './study/add-study-item.ts'
import { createStudySet } from './study/create-study-set.ts'
import { listStudyItems } from './study/list-study-items.ts'
import { listStudySets } from './study/list-study-sets.ts'
import { removeStudyItem } from './study/remove-study-item.ts'
import { retireStudySet } from './study/retire-study-set.ts'

export function recoveryRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listRecoveries, ({ actor, query }) => db.read(actor.orgId, (tx) => listRecoveries(tx, actor, query)))
  implement(contract.countRecoveries, ({ actor }) => db.read(actor.orgId, (tx) => countRecoveries(tx, actor)))
  implement(contract.getRecovery, ({ actor, params }) => db.read(actor.orgId, (tx) => getStory(tx, actor, params.id)))
  implement(contract.changeRecovery, ({ actor, params, body }) => db.write(actor.orgId, (tx) => changeRecovery(tx, actor, params.id, body)))
  implement(contract.closeRecovery, ({ actor, params, body }) => db.write(actor.orgId, (tx) => closeRecovery(tx, actor, params.id, body)))
  implement(contract.reopenRecovery, ({ actor, params }) => db.write(actor.orgId, (tx) => reopenRecovery(tx, actor, params.id)))
  implement(contract.getRecoverySettings, async ({ actor }) => (await db.read(actor.orgId, (tx) => readRecoverySettings(tx))).settings)
  implement(contract.changeRecoverySettings, ({ actor, body }) => db.write(actor.orgId, (tx) => changeRecoverySettings(tx, actor, body)))
  implement(contract.listRecoveryFields, async ({ actor }) => ({ items: await db.read(actor.orgId, (tx) => listAnswerFields(tx)), next: null }))
  implement(contract.reviewErrors, ({ actor, query }) => db.read(actor.orgId, (tx) => reviewErrors(tx, actor, query)))
  implement(contract.listStudySets, async ({ actor }) => ({ items: await db.read(actor.orgId, (tx) => listStudySets(tx)), next: null }))
  implement(contract.createStudySet, ({ actor, body }) => db.write(actor.orgId, (tx) => createStudySet(tx, actor, body)))
  implement(contract.listStudyItems, ({ actor, params, query }) => db.read(actor.orgId, (tx) => listStudyItems(tx, actor, params.id, query)))
  implement(contract.addStudyItem, ({ actor, params, body }) => db.write(actor.orgId, (tx) => addStudyItem(tx, actor, params.id, body)))
  implement(contract.removeStudyItem, ({ actor, params }) => db.write(actor.orgId, async (tx) => { await removeStudyItem(tx, params.id); return { ok: true as const } }))
  implement(contract.retireStudySet, ({ actor, params }) => db.write(actor.orgId, async (tx) => { await retireStudySet(tx, params.id); return { ok: true as const } }))
}
