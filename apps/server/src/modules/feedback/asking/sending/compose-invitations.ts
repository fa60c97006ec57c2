// Words and address of each invitation, outside any transaction: rendering and composing are what costs.
import { renderInvitationMail, renderSmsText, type Look } from '@kontuar/pages'
import { pickLanguage, type Language } from '@kontuar/survey'
import type { Platform } from '../../../../platform/platform.ts'
import { prepareAutomaticMails, type AutomaticMail, type PreparedMail } from '../../../channels/index.ts'
import { newToken } from '../../answering/tokens.ts'
import { readVersion } from '../../surveys/index.ts'
import type { Ground } from '../planning/read-ground.ts'
import type { ToSend } from './decide-due.ts'
import { factsOf } from './rules/facts-of.ts'
import { hideInHtml, hideInText } from './rules/hide-link.ts'

export interface Composed extends ToSend {
  language: Language
  tokenHash: Buffer
  /** What the words were filled with and the row does not have yet. */
  facts: Record<string, string>
  mail: PreparedMail | null
  sms: { text: string; shownText: string } | null
}
/** Could not be written: a definition that is not whole. */
export interface Uncomposed { id: string; error: string }

export async function composeInvitations(platform: Platform, orgId: number, toSend: readonly ToSend[], ground: Ground, look: Look): Promise<{ composed: Composed[]; uncomposed: Uncomposed[] }> {
  const uncomposed: Uncomposed[] = []
  const written: { invitation: Omit<Composed, 'mail'>; mail: AutomaticMail | null }[] = []
  for (const one of toSend) {
    try {
      written.push(await write(platform, orgId, one, ground, look))
    } catch (error) {
      uncomposed.push({ id: one.due.id, error: (error as Error).message.slice(0, 500) })
    }
  }
  const prepared = new Map((await prepareAutomaticMails(platform, orgId, written.flatMap((w) => w.mail ?? []))).map((p) => [p.key, p]))
  return { composed: written.map(({ invitation }) => ({ ...invitation, mail: prepared.get(invitation.due.id) ?? null })), uncomposed }
}

async function write(platform: Platform, orgId: number, one: ToSend, ground: Ground, look: Look): Promise<{ invitation: Omit<Composed, 'mail'>; mail: AutomaticMail | null }> {
  const { due, person, road, address, version } = one
  const definition = await readVersion(platform.db, orgId, due.survey_id, version)
  const language = pickLanguage(definition, [due.language, person.language, ground.locale])
  const facts = factsOf({
    customerName: person.name, staffName: due.staff_name, locationName: due.location_name, organization: ground.organization, ticketNumber: due.ticket?.number ?? null, ticketSubject: due.ticket?.subject ?? null,
    happenedAt: due.happened_at, timeZone: ground.timeZone, language, facts: due.facts,
  })
  const { token, hash } = newToken()
  const base = platform.publicUrl()
  const [url, unsubscribeUrl] = [`${base}/s/${token}`, `${base}/u/${token}`]
  const date = facts['interaction.date']
  const invitation = { ...one, language, tokenHash: hash, facts: (date === undefined ? {} : { 'interaction.date': date }) as Record<string, string> }
  const given = { definition, language, look, url, unsubscribeUrl, facts, organization: ground.organization }
  if (road === 'sms') {
    const text = renderSmsText(given)
    return { invitation: { ...invitation, sms: { text, shownText: hideInText(text, token, language) } }, mail: null }
  }
  const { subject, html, text } = renderInvitationMail(given)
  return {
    invitation: { ...invitation, sms: null },
    mail: {
      key: due.id, customerId: due.customer_id, ticketId: due.ticket_id, mailboxId: due.mailbox_id ?? due.ticket?.mailboxId ?? null, to: { name: facts['customer.name'] ?? '', address },
      subject, text, html, shownText: hideInText(text, token, language), shownHtml: hideInHtml(html, token, language), language, unsubscribeUrl, queueId: due.queue_id, locationId: due.location_id,
    },
  }
}
