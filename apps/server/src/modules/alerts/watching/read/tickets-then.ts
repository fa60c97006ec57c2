// Tickets as they were: their stories, the teams of then, and what is told of their customers. Whoever reads something of a ticket asks here.
import type { Tx } from '../../../../platform/db/database.ts'
import { readTicketStories, type Facts, type TicketStories, type TicketStory } from '../../../routing/index.ts'
import { readCountingRules, staffOf } from '../../../insight/index.ts'
import { blank, type Occurrence } from '../occurrence.ts'
import { customerColumns, newcomerSql, ofCustomer, type CustomerColumns } from './about-customer.ts'

export interface TicketsThen {
  story(ticketId: string): TicketStory | undefined
  categoryOf: (status: string) => string
  /** What an occurrence has of its ticket. @param staffId who had the contact; null: whose it was */
  dimensions(story: TicketStory, state: Facts, at: number, staffId: string | null): Partial<Occurrence>
}

interface Around extends CustomerColumns { id: string; newcomer: boolean }

/** So many tickets at once: a story is some dozen entries, and they are held in memory together. */
const ticketsAtOnce = 400

export async function readTicketsThen(tx: Tx, given: readonly string[]): Promise<TicketsThen> {
  const ids = [...new Set(given)].sort()
  const [stories, around] = [new Map<string, TicketStory>(), new Map<string, Around>()]
  let told: TicketStories | null = null
  for (let i = 0; i < ids.length; i += ticketsAtOnce) {
    const some = ids.slice(i, i + ticketsAtOnce)
    told = await readTicketStories(tx, some)
    for (const story of told.stories) stories.set(story.id, story)
    const rows = await tx.query<Around>(`select t.id, ${newcomerSql('t')} as newcomer, ${customerColumns} from ticket t left join customer c on c.org_id = t.org_id and c.id = t.customer_id where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, some], 'alert-tickets-around')
    for (const row of rows) around.set(row.id, row)
  }
  const rules = told === null ? null : await readCountingRules(tx, told, staffOf([...stories.values()]))
  return {
    story: (id) => stories.get(id), categoryOf: (status) => rules?.categoryOf(status) ?? 'open',
    dimensions(story, state, at, staffId) {
      const about = around.get(story.id)
      const person = staffId ?? state.assigneeId
      return {
        ...blank, ...(about === undefined ? {} : ofCustomer(about)), newcomer: about?.newcomer ?? null, ticketId: story.id, customerId: story.customerId, channel: story.channel, language: story.language,
        queueId: state.queueId, locationId: state.locationId, reasonId: rules!.reasonOf(state.reasonId), teamId: rules!.teamOf(person, state.queueId, at), staffId: person, priority: state.priority, fields: state.fields, tagIds: state.tagIds, ticketResult: state.result,
      }
    },
  }
}
