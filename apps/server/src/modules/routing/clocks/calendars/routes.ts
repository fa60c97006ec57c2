import { changeCalendar as changeRoute, createCalendar as createRoute, listCalendars as listRoute, listHolidays, tryCalendar, type CalendarTrial } from '@kontuar/contracts'
import type { CalendarDefinition, HolidayLanguage } from '@kontuar/calendar'
import type { Static } from 'typebox'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { toSteps } from '../derive/explain-clock.ts'
import { languageOf } from '../../../identity/index.ts'
import { compiled } from './business-time.ts'
import { getCalendar, listCalendars, presentCalendar } from './calendar-row.ts'
import { checkDefinition, orRefuse } from './check-definition.ts'
import { changeCalendar } from './commands/change-calendar.ts'
import { createCalendar } from './commands/create-calendar.ts'
import { daysOff } from './days-off.ts'

export function calendarRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: (await db.read(actor.orgId, listCalendars)).map(presentCalendar), next: null }))
  implement(createRoute, async ({ actor, body }) => presentCalendar(await db.write(actor.orgId, (tx) => createCalendar(tx, actor, body))))
  implement(changeRoute, async ({ actor, params, body }) => presentCalendar(await db.write(actor.orgId, (tx) => changeCalendar(tx, actor, params.id, body))))
  implement(tryCalendar, async ({ actor, body }) => trial(checkDefinition(body.definition), body.from, body.seconds, await db.read(actor.orgId, (tx) => languageOf(tx, actor.staffId))))
  implement(listHolidays, ({ actor, params, query }) => db.read(actor.orgId, async (tx) => {
    const [{ definition }, language] = await Promise.all([getCalendar(tx, params.id), languageOf(tx, actor.staffId)])
    const year = query.year ?? Temporal.Now.zonedDateTimeISO(definition.timeZone).year
    return { items: orRefuse(() => daysOff(definition, year, language), 'year'), next: null }
  }))
}

function trial(definition: CalendarDefinition, from: string, seconds: number, language: HolidayLanguage): Static<typeof CalendarTrial> {
  return orRefuse(() => {
    const { dueAt, steps } = compiled(definition).explain(Date.parse(from), seconds * 1000, language)
    return { dueAt: new Date(dueAt).toISOString(), steps: toSteps(steps) }
  }, 'seconds')
}
