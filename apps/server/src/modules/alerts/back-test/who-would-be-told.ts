// Whom the alarms of the past would have told, by those who are in charge now.
import type { AlertBackTest, AlertDeliveryWish } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { businessClock } from '../../routing/index.ts'
import type { Firing } from '../firing.ts'
import { whoIsTold } from '../telling/who-is-told.ts'

/** More alarms a week for one person are soon overlooked. */
export const bornePerWeek = 5
/** An open alert counts up and tells nobody again; that somebody closes it within a day is taken for granted. */
const closedWithinMs = 86_400_000
/** So many are looked at one by one; of more, the newest stand for all. */
const mostResolved = 400

type Person = NonNullable<AlertBackTest['result']>['people'][number]
export interface Told { /** Who would be told most often first. */ people: Person[]; /** Name of somebody who would be told too often. */ noisyFor: string | null }

export async function whoWouldBeTold(tx: Tx, firings: readonly Firing[], delivery: AlertDeliveryWish | null, weeks: number): Promise<Told> {
  if (delivery === null || delivery.recipients.length === 0) return { people: [], noisyFor: null }
  const alerts = opened(firings)
  const looked = alerts.slice(-mostResolved)
  const stands = looked.length === 0 ? 0 : alerts.length / looked.length
  const time = await businessClock(tx, delivery.calendarId)
  const told = new Map<string, { name: string; at: number[] }>()
  const known = new Map<string, Promise<{ staffId: string; name: string }[]>>()
  for (const f of looked) {
    // The ticket decides who owns it, and who may see it.
    const matter = { ticketId: f.ticketId ?? null, locationId: f.locationId ?? null, queueId: f.queueId ?? null, teamId: f.teamId ?? null, staffId: f.staffId ?? null }
    const key = JSON.stringify(matter)
    const people = known.get(key) ?? whoIsTold(tx, delivery.recipients, matter)
    known.set(key, people)
    for (const { staffId, name } of await people) {
      const person = told.get(staffId) ?? { name, at: [] }
      person.at.push(f.at.getTime())
      told.set(staffId, person)
    }
  }
  const people = [...told].map(([staffId, { name, at }]): Person => ({
    staffId, name, perWeek: messagesOf(at, delivery) * stands / weeks, inTheNight: delivery.when === 'at-once' ? Math.round(at.filter((moment) => time.between(moment, moment + 60_000) === 0).length * stands) : 0,
  })).sort((a, b) => b.perWeek - a.perWeek || (a.name < b.name ? -1 : 1))
  // A digest is one message however much stands in it.
  return { people, noisyFor: delivery.when === 'at-once' ? people.find((p) => p.perWeek > bornePerWeek)?.name ?? null : null }
}

function opened(firings: readonly Firing[]): Firing[] {
  const last = new Map<string, number>()
  return firings.filter(({ key, at }) => {
    const before = last.get(key)
    const opens = before === undefined || at.getTime() - before >= closedWithinMs
    if (opens) last.set(key, at.getTime())
    return opens
  })
}

/** What comes within the group's time goes as one message; a digest is one a day or week. */
function messagesOf(at: readonly number[], { when, groupMinutes }: AlertDeliveryWish): number {
  const everyMs = when === 'daily' ? 86_400_000 : when === 'weekly' ? 7 * 86_400_000 : groupMinutes * 60_000
  let [messages, open] = [0, -Infinity]
  for (const moment of at.toSorted((a, b) => a - b)) {
    if (everyMs > 0 && moment < open) continue
    messages++
    open = moment + everyMs
  }
  return messages
}
