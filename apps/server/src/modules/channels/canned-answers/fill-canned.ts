// The text for a ticket: in its customer's language if there is one, else in the organization's, else the first there is.
import type { Static } from 'typebox'
import type { FilledAnswer, Locale } from '@kontuar/contracts'
import { sanitiseMailHtml } from '@kontuar/mime'
import type { Tx } from '../../../platform/db/database.ts'
import { getCanned, readFillFacts, type FillFacts } from './queries.ts'
import { fillVariables, firstNameOf, type Values } from './rules/variables.ts'

/** @throws Refusal `not-found`: also for a ticket the asker may not see */
export async function fillCanned(tx: Tx, staffId: string, id: string, ticketId: string | undefined): Promise<Static<typeof FilledAnswer>> {
  const [canned, facts] = await Promise.all([getCanned(tx, staffId, id), readFillFacts(tx, staffId, ticketId)])
  const language = [facts.ticket?.language ?? null, facts.locale, ...Object.keys(canned.texts)].map((l) => l?.slice(0, 2).toLowerCase() as Locale | undefined).find((l) => l !== undefined && canned.texts[l] !== undefined)!
  const { html, unfilled } = fillVariables(canned.texts[language]!, valuesOf(facts, language))
  // Once more: a value may have come to stand in an address, where escaping is not enough.
  return { html: sanitiseMailHtml(html), language, unfilled }
}

function valuesOf({ organization, agent, ticket }: FillFacts, language: Locale): Values {
  const known: Record<string, string | null | undefined> = {
    'organization.name': organization, 'agent.name': agent, 'agent.firstName': firstNameOf(agent),
    'customer.name': ticket?.customer.includes('@') ? null : ticket?.customer, 'customer.firstName': ticket && firstNameOf(ticket.customer),
    'ticket.number': ticket && String(ticket.number), 'ticket.subject': ticket?.subject, 'queue.name': ticket?.queue,
    'legal.lastDay': ticket?.last_day && Temporal.PlainDate.from(ticket.last_day).toLocaleString(language, { day: 'numeric', month: 'long', year: 'numeric' }),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as Values
}
