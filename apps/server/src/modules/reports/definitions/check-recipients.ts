// Whom a report may name.
import type { ReportDefinition, ReportRecipient } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../../identity/index.ts'
import { readCompany } from '../receivers/company.ts'
import { partsOf } from '../receivers/resolve-receivers.ts'
import { scopesOf } from '../receivers/scopes.ts'

const personalWords = { nobody: 'for all', location: 'about each location', region: 'about each region', team: 'about each team', staff: 'about each person' } as const

/** As they are stored. @param kept those that stood there before: they may stay although somebody has left @throws Refusal */
export async function checkRecipients(tx: Tx, given: readonly ReportRecipient[], personal: ReportDefinition['personal'], kept: readonly ReportRecipient[]): Promise<ReportRecipient[]> {
  const allowed = partsOf[personal]
  for (const [i, recipient] of given.entries()) {
    const field = `recipients.${i}`
    switch (recipient.to) {
      case 'role': break
      case 'staff': await refuseUnknownPeople(tx, [recipient.staffId], `${field}.staffId`, kept.flatMap((k) => (k.to === 'staff' ? [k.staffId] : []))); break
      case 'team-of': await refuseUnknownStructure(tx, 'team', [recipient.teamId], `${field}.teamId`, kept.flatMap((k) => (k.to === 'team-of' ? [k.teamId] : []))); break
      case 'address': await checkAddress(tx, recipient, personal, field, kept); break
      default:
        if (!allowed.includes(recipient.to)) throw new Refusal('invalid-input', `A report ${personalWords[personal]} has no ${JSON.stringify(recipient.to)} as recipient: choose ${[...allowed, 'role', 'team-of', 'staff'].join(', ')} or an address.`, { [`${field}.to`]: 'does not fit this report' })
    }
  }
  const clean = given.map((r): ReportRecipient => (r.to === 'address' ? { ...r, name: storable(r.name).trim(), email: r.email.trim() } : r))
  return [...new Map(clean.map((r) => [JSON.stringify(r).toLowerCase(), r])).values()]
}

async function checkAddress(tx: Tx, { email, scopeId }: Extract<ReportRecipient, { to: 'address' }>, personal: ReportDefinition['personal'], field: string, kept: readonly ReportRecipient[]): Promise<void> {
  // A line break would add a heading to the mail; a list of addresses would be several people.
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(email)) throw new Refusal('invalid-input', `${JSON.stringify(email.slice(0, 100))} is no address mail can go to: write it as name@company.example.`, { [`${field}.email`]: 'is no address' })
  if (scopeId === undefined || kept.some((k) => k.to === 'address' && k.scopeId === scopeId)) return
  if (personal === 'nobody') throw new Refusal('invalid-input', 'This report is the same for everybody: leave out what it is about.', { [`${field}.scopeId`]: 'has no meaning here' })
  if (!scopesOf(await readCompany(tx), personal).some(({ key }) => key === scopeId)) throw new Refusal('invalid-input', `There is no such ${personal === 'staff' ? 'person' : personal} in use: choose one of the list.`, { [`${field}.scopeId`]: 'is unknown' })
}
