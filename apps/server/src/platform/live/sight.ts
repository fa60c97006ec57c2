// Who may be told what. The platform knows no tickets: app/ fills this in.
import type { LiveEvent } from '@kontuar/contracts'
import type { Tx } from '../db/database.ts'

/** Looks once for several people and events; the answered function says of each pair whether that person may be told. */
export type Sight = (tx: Tx, staffIds: readonly string[], events: readonly LiveEvent[]) => Promise<(staffId: string, event: LiveEvent) => boolean>

/** Somebody who listens. `access` may change while they do. */
export interface Listener { staffId: string; access: 'everything' | 'granted' }
