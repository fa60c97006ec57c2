// What texts of a survey may name ({{customer.firstName}} …), of one invitation.
import type { PipeName } from '@kontuar/survey'

export interface FactSource { customerName: string; staffName: string | null; locationName: string | null; organization: string; ticketNumber: number | null; ticketSubject: string | null; happenedAt: Date | null; timeZone: string; language: string; facts: Record<string, string> }

/** What is not known is left out: the text has its own words for that. */
export function factsOf(source: FactSource): Record<string, string> {
  const name = nameOf(source.customerName)
  const known: Partial<Record<PipeName, string | null>> = {
    'customer.name': name, 'customer.firstName': name?.split(/\s+/)[0] ?? null, 'staff.name': source.staffName, 'location.name': source.locationName, 'organization.name': source.organization,
    'ticket.number': source.ticketNumber?.toString() ?? null, 'ticket.subject': source.ticketSubject, 'interaction.date': source.happenedAt === null ? null : dateIn(source.happenedAt, source.timeZone, source.language),
  }
  return { ...Object.fromEntries(Object.entries(known).filter((fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '')), ...source.facts }
}

/** Someone known by their address alone has no name to be called by. */
const nameOf = (name: string): string | null => (name.includes('@') || name.trim() === '' ? null : name.trim())

/** "3 marca 2026", "3 марта 2026 г.", "3 March 2026". */
function dateIn(at: Date, timeZone: string, language: string): string {
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language === 'en' ? 'en-GB' : language])[0] ?? 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at)
}
