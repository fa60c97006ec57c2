// One company: its desk, the half-year of its life, its feedback, what it did about it, and what the program makes of all that.
import type { Database } from '../platform/db/database.ts'
import { tellAction } from './action/tell-action.ts'
import { buildPlace } from './build-place.ts'
import { chanceOf } from './chance.ts'
import type { DemoCompany } from './company.ts'
import { daysUntil } from './days.ts'
import { tellFeedback } from './feedback/tell-feedback.ts'
import { readGround } from './past/ground.ts'
import { until } from './past/past-ticket.ts'
import { acquaint, holdLooks, settlePast } from './past/settle-past.ts'
import { writePeople } from './past/write-people.ts'
import { haveBeenEver, writeSurroundings } from './past/write-surroundings.ts'
import { writeTickets } from './past/write-tickets.ts'
import { inventPeople } from './people.ts'
import { tellStories } from './tell-stories.ts'

/** Warnings stay off until `orderTheRest`. @param past that may write into the past, and tells no subscriber @param now epoch milliseconds, where the half-year ends */
export async function tellCompany(db: Database, past: Database, orgId: number, adminId: string, company: DemoCompany, now = Date.now()): Promise<void> {
  const place = await buildPlace(db, orgId, adminId, company)
  const days = daysUntil(now)
  const chance = chanceOf(company.name.length * 15_485_863)
  const life = company.live({ days, now, chance, people: inventPeople(company.customers, company.people, chance, company.languages) })
  const tickets = [...tellStories(company, place.desk, now), ...life.tickets].flatMap((ticket) => until(ticket, now) ?? [])
  await past.write(orgId, async (tx) => {
    await holdLooks(tx)
    await haveBeenEver(tx)
    const customers = await writePeople(tx, tickets)
    const ground = await readGround(tx, { mailboxes: place.mailboxes, locations: place.desk.locationIds, staff: place.staff, customers })
    await writeTickets(tx, tickets, ground)
    await writeSurroundings(tx, life, ground, adminId)
  })
  await acquaint(past, orgId, ['customer', 'identity', 'ticket', 'interaction', 'presence_stay'])
  await tellFeedback(past, orgId, company, { adminId, mailbox: place.mailboxes[0]!, locationIds: place.desk.locationIds, days, now })
  await tellAction(past, orgId, company, { adminId, mailbox: place.mailboxes[0]!, now })
  await settlePast(past, orgId)
}
