// Plans the invitations of a share of a list. It may run twice, or be killed in the middle: it is one transaction, and each person of a
// list has one cause.
import { createHash } from 'node:crypto'
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { learnPeople } from '../../customers/index.ts'
import { bareHappening, planInvitations, type Happening } from '../asking/index.ts'
import type { ListedPerson } from './rules/read-people.ts'

/** What a job carries. `sendAt` RFC 3339. */
export interface ListedShare { listId: string; people: (ListedPerson & { sendAt: string })[] }

export const askListed = ({ db }: Platform): Job<ListedShare & { orgId: number }> => ({
  name: 'feedback.askListed',
  async handle({ orgId, listId, people }) {
    await db.write(orgId, async (tx) => {
      // Held: whoever stops the list waits for this share, and then finds its invitations.
      const [list] = await tx.query<{ touchpoint_id: string; survey_id: string; road: 'email' | 'sms' }>(
        `select l.touchpoint_id, l.survey_id, t.definition->'roads'->>0 as road from survey_list l join touchpoint t on t.org_id = l.org_id and t.id = l.touchpoint_id
         where l.org_id = $1 and l.id = $2 and l.state = 'scheduled' and t.active and t.retired_at is null for share of l, t`, [tx.orgId, listId], 'list-to-ask')
      if (list === undefined) return
      const named = people.filter((p) => p.customerId === null)
      const learned = await learnPeople(tx, named, 'any')
      const customers = new Map(named.map((person, n) => [person.identity, learned[n]!]))
      const happenings = people.flatMap((person): Happening[] => {
        const customerId = person.customerId ?? customers.get(person.identity) ?? null
        return customerId === null ? [] : [{
          ...bareHappening({ cause: causeOf(listId, person.identity), trigger: 'list', customerId, at: new Date(person.sendAt) }),
          touchpointId: list.touchpoint_id, listId, road: list.road, language: person.language, facts: person.facts,
        }]
      })
      await planInvitations(tx, happenings)
      tx.publish({ name: 'feedback.surveyListChanged', ids: { surveyListId: listId, surveyId: list.survey_id } })
    })
  },
})

/** Nobody's address shall stand in a cause. */
const causeOf = (listId: string, identity: string): string => `list:${listId}:${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}`
