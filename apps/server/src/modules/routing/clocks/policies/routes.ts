import { changeSlaPolicy, createSlaPolicy, listSlaPolicies, previewSlaPolicy } from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changePolicy } from './commands/change-policy.ts'
import { createPolicy } from './commands/create-policy.ts'
import { listPolicies, presentPolicy } from './policy-row.ts'
import { previewPolicy } from './preview-policy.ts'

export function policyRoutes(implement: Implement, { db }: Platform) {
  implement(listSlaPolicies, async ({ actor }) => ({ items: (await db.read(actor.orgId, listPolicies)).map(presentPolicy), next: null }))
  implement(createSlaPolicy, async ({ actor, body }) => presentPolicy(await db.write(actor.orgId, (tx) => createPolicy(tx, actor, body))))
  implement(changeSlaPolicy, async ({ actor, params, body }) => presentPolicy(await db.write(actor.orgId, (tx) => changePolicy(tx, actor, params.id, body))))
  implement(previewSlaPolicy, ({ actor, params, body }) => db.read(actor.orgId, (tx) => previewPolicy(tx, params.id, body)))
}
