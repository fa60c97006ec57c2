// Locations, regions and teams over HTTP. Who sees which queue: module routing.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityPorts } from '../ports.ts'
import { changeLocation } from './commands/change-location.ts'
import { changeRegion } from './commands/change-region.ts'
import { changeTeam } from './commands/change-team.ts'
import { createLocation } from './commands/create-location.ts'
import { createRegion } from './commands/create-region.ts'
import { createTeam } from './commands/create-team.ts'
import { presentLocation, presentRegion, presentTeam } from './present.ts'
import { listLocationRows, listRegionRows, listTeamRows } from './queries.ts'

export function structureRoutes(implement: Implement, { db }: Platform, ports: IdentityPorts) {
  implement(contract.listLocations, async ({ actor }) => ({ items: (await db.read(actor.orgId, listLocationRows)).map(presentLocation), next: null }))
  implement(contract.createLocation, async ({ actor, body }) => presentLocation(await db.write(actor.orgId, (tx) => createLocation(tx, actor, body))))
  implement(contract.changeLocation, async ({ actor, params, body }) => presentLocation(await db.write(actor.orgId, (tx) => changeLocation(tx, actor, params.id, body, ports))))
  implement(contract.listRegions, async ({ actor }) => ({ items: (await db.read(actor.orgId, listRegionRows)).map(presentRegion), next: null }))
  implement(contract.createRegion, async ({ actor, body }) => presentRegion(await db.write(actor.orgId, (tx) => createRegion(tx, actor, body))))
  implement(contract.changeRegion, async ({ actor, params, body }) => presentRegion(await db.write(actor.orgId, (tx) => changeRegion(tx, actor, params.id, body))))
  implement(contract.listTeams, async ({ actor }) => ({ items: (await db.read(actor.orgId, listTeamRows)).map(presentTeam), next: null }))
  implement(contract.createTeam, async ({ actor, body }) => presentTeam(await db.write(actor.orgId, (tx) => createTeam(tx, actor, body))))
  implement(contract.changeTeam, async ({ actor, params, body }) => presentTeam(await db.write(actor.orgId, (tx) => changeTeam(tx, actor, params.id, body, ports))))
}
