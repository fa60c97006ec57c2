import { changeMailbox as changeRoute, createMailbox as createRoute, deleteMailbox as deleteRoute, getMailbox as getRoute, listMailboxes as listRoute, testMailbox as testRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeMailbox } from './commands/change-mailbox.ts'
import { createMailbox } from './commands/create-mailbox.ts'
import { retireMailbox } from './commands/retire-mailbox.ts'
import { testConnection } from './connection-test/test-connection.ts'
import { getMailbox, listMailboxes } from './queries.ts'

export function mailboxRoutes(implement: Implement, { crypto, db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listMailboxes(tx, query)))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getMailbox(tx, params.id)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getMailbox(tx, await createMailbox(tx, crypto, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeMailbox(tx, crypto, actor, params.id, body)
    return getMailbox(tx, params.id)
  }))
  implement(deleteRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await retireMailbox(tx, actor, params.id)
    return { ok: true as const }
  }))
  implement(testRoute, ({ actor, body }) => testConnection(db, crypto, actor.orgId, body))
}
