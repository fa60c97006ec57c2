/*
 * A list of people is asked by a schedule. Who stands in it is looked at here, so that whoever sends it sees at once what is wrong;
 * finding the customers and planning their invitations is the work of jobs (ask-listed.ts), five hundred people each, which are stored
 * with the list in one transaction. What a job holds is gone when it is done.
 */
import { setImmediate } from 'node:timers/promises'
import type { Static } from 'typebox'
import type { NewSurveyList } from '@kontuar/contracts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { audit } from '../../identity/index.ts'
import { createTouchpoint } from '../asking/touchpoints/create-touchpoint.ts'
import { readGround } from '../asking/planning/read-ground.ts'
import { tellable, type RefusedLine } from '../importing/rules/refused-lines.ts'
import { readGivenText } from '../importing/table/given-text.ts'
import { readTable } from '../importing/table/read-table.ts'
import type { ListedShare } from './ask-listed.ts'
import { isRefused, personReader, readColumns, type ListedPerson, type PeopleRead } from './rules/read-people.ts'
import { spread } from './rules/spread.ts'

const mostLines = 50_000
const atOnce = 500
const furthestMs = 366 * 86_400_000

/** Answers its id. @throws Refusal */
export async function createSurveyList(platform: Platform, actor: Actor, given: Static<typeof NewSurveyList>): Promise<string> {
  const { db } = platform
  const name = storable(given.name).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say who is asked, for example "members in spring".', { name: 'is empty' })
  const sendAt = new Date(given.sendAt)
  if (Number.isNaN(sendAt.getTime()) || sendAt.getTime() > Date.now() + furthestMs) throw new Refusal('invalid-input', 'The time of sending is none, or more than a year away: choose another one.', { sendAt: 'cannot be' })
  const ground = await db.read(actor.orgId, async (tx) => {
    const found = isId(given.surveyId) ? await tx.query<{ version: number; state: string }>('select version, state from survey where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, given.surveyId], 'survey-of-list') : []
    const [survey] = found
    if (survey === undefined) throw new Refusal('invalid-input', 'There is no such survey, or it has been retired: choose another one.', { surveyId: 'is not in use' })
    if (survey.version === 0 || survey.state === 'ended') throw new Refusal('cannot-do', survey.version === 0 ? 'The survey is not published: publish it first.' : 'The survey has ended: choose another one, or let it go on.', { surveyId: 'takes no answers' })
    return readGround(tx)
  })
  const { people, refused } = given.customerIds === undefined ? await readFile(platform, actor, given, ground.locale) : await readCustomers(platform, actor, given)
  if (people.length === 0) throw new Refusal('invalid-input', `There is nobody to ask in it.${refused[0] === undefined ? '' : ` Line ${refused[0].line}: ${refused[0].sentence}`}`, { csv: 'names nobody' })
  const times = spread(people.length, new Date(Math.max(sendAt.getTime(), ground.now.getTime())), given.perHour ?? null, ground.settings.window)
  return db.write(actor.orgId, async (tx) => {
    const touchpointId = await createTouchpoint(tx, actor, { surveyId: given.surveyId, name, trigger: 'list', definition: { roads: [given.road], delayMinutes: 0 } })
    const id = newId()
    await tx.query('insert into survey_list (org_id, id, survey_id, touchpoint_id, name, send_at, per_hour, people, refused, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [tx.orgId, id, given.surveyId, touchpointId, name, sendAt, given.perHour ?? null, people.length, storableJson(tellable(refused)), actor.staffId], 'create-survey-list')
    for (let from = 0; from < people.length; from += atOnce) {
      const share: ListedShare = { listId: id, people: people.slice(from, from + atOnce).map((person, n) => ({ ...person, sendAt: times[from + n]!.toISOString() })) }
      // One after the other: two at once would wait for each other's people.
      tx.enqueue('feedback.askListed', share, { queue: `feedback.askListed:${id}` })
    }
    await audit(tx, actor, 'survey-list.created', { kind: 'survey-list', id }, { name, surveyId: given.surveyId, people: people.length, refused: refused.length })
    tx.publish({ name: 'feedback.surveyListChanged', ids: { surveyListId: id, surveyId: given.surveyId } })
    return id
  })
}

type Source = Pick<Static<typeof NewSurveyList>, 'csv' | 'fileId' | 'customerIds' | 'road'>

async function readFile(platform: Platform, actor: Actor, given: Source, locale: string): Promise<PeopleRead> {
  const [heading, ...rows] = await readTable(await readGivenText(platform, actor, given), mostLines)
  if (rows.length > mostLines) throw new Refusal('too-large', `The file has more than ${mostLines.toLocaleString('en')} lines: make several lists of it.`, { csv: 'has too many lines' })
  const read = personReader(readColumns(heading!.cells, given.road), given.road, locale)
  const [people, refused]: [ListedPerson[], RefusedLine[]] = [[], []]
  for (const [n, row] of rows.entries()) {
    const one = read(row)
    if (isRefused(one)) refused.push(one)
    else people.push(one)
    // To read 50,000 phone numbers takes a second: others have their turn meanwhile.
    if (n % 1000 === 999) await setImmediate()
  }
  return { people, refused }
}

async function readCustomers({ db }: Platform, actor: Actor, { csv, fileId, customerIds }: Source): Promise<PeopleRead> {
  if (csv !== undefined || fileId !== undefined) throw new Refusal('invalid-input', 'Send a file or customers, not both.', { customerIds: 'stands beside a file' })
  const asked = customerIds!.map((id) => id.toLowerCase())
  const known = await db.read(actor.orgId, (tx) => tx.query<{ id: string }>('select id from customer where org_id = $1 and id = any ($2::uuid[])', [tx.orgId, asked.filter(isId)], 'customers-of-list'))
  const there = new Set(known.map((k) => k.id))
  const seen = new Map<string, number>()
  const [people, refused]: [ListedPerson[], RefusedLine[]] = [[], []]
  for (const [n, id] of asked.entries()) {
    const before = seen.get(id)
    if (!there.has(id)) refused.push({ line: n + 1, sentence: 'There is no such customer.' })
    else if (before !== undefined) refused.push({ line: n + 1, sentence: `The same customer stands at place ${before}: they are asked once.` })
    else people.push({ identity: `customer ${id}`, customerId: id, name: '', email: null, phone: null, language: null, facts: {} })
    if (before === undefined) seen.set(id, n + 1)
  }
  return { people, refused }
}
