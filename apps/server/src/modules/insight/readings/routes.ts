// Readings over HTTP.
import { changeReadingSettings, correctReading as correctRoute, getReadingSettings, listReadings as listRoute, tryReading as tryRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { correctReading } from './correcting/correct-reading.ts'
import { getReading, listReadings } from './list-readings.ts'
import { changeSettings } from './settings/change-settings.ts'
import { presentSettings } from './settings/read-settings.ts'
import { tryReading } from './try-reading.ts'

export function readingRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await listReadings(tx, actor, query), next: null })))
  implement(correctRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await correctReading(tx, actor, params.id, body)
    return getReading(tx, actor, params.id)
  }))
  implement(tryRoute, ({ actor, body }) => db.read(actor.orgId, (tx) => tryReading(tx, body)))
  implement(getReadingSettings, ({ actor }) => db.read(actor.orgId, presentSettings))
  implement(changeReadingSettings, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    await changeSettings(tx, platform, actor, body)
    return presentSettings(tx)
  }))
}
