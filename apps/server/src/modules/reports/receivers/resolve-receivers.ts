// Who gets a report, and whose numbers: by their part in it, so that it stays right when people come and go. Pure.
import type { Because, Locale, ReportProblem, ReportRecipient, ReportScope } from '@kontuar/contracts'
import { seesAll, type Company, type Person } from './company.ts'
import { problem } from './problem.ts'
import { ownScopes, scopesOf, type Personal } from './scopes.ts'

export interface Receiver {
  /** Null: somebody outside, known by `address`. */
  staffId: string | null
  /** Of somebody outside; of our own people empty, since theirs may change until it leaves. */
  address: string
  name: string
  email: string
  language: Locale
  zone: string
  /** Null: of the whole organization. */
  scope: ReportScope | null
  because: Because
}

export interface Received {
  receivers: Receiver[]
  /** Whom it should reach and does not. */
  gaps: ReportProblem[]
}

/** The parts that mean something in a report about each of these; a part may never widen what its holder is shown. */
export const partsOf: Record<Personal, readonly string[]> = {
  nobody: ['location-manager', 'region-manager', 'team-manager', 'team'], location: ['location-manager', 'region-manager', 'team-manager', 'team'],
  region: ['region-manager'], team: ['team-manager', 'team'], staff: ['location-manager', 'region-manager', 'team-manager', 'team'],
}

interface Pair { person: Person; scope: ReportScope | null; because: Because }

/** Once for each person (or address) and scope: the first reason wins. */
export function resolveReceivers(company: Company, personal: Personal, recipients: readonly ReportRecipient[]): Received {
  const gaps: ReportProblem[] = []
  const receivers = new Map<string, Receiver>()
  for (const recipient of recipients) {
    const found = recipient.to === 'address' ? outsider(company, personal, recipient, gaps) : pairsOf(company, personal, recipient, gaps).map(toReceiver)
    for (const one of found) {
      const key = `${one.staffId ?? one.address.toLowerCase()} ${one.scope?.key ?? ''}`
      if (!receivers.has(key)) receivers.set(key, one)
    }
  }
  return { receivers: [...receivers.values()], gaps }
}

const toReceiver = ({ person, scope, because }: Pair): Receiver => ({ staffId: person.id, address: '', name: person.name, email: person.email, language: person.language, zone: person.zone, scope, because })

function outsider(company: Company, personal: Personal, { name, email, language, scopeId }: Extract<ReportRecipient, { to: 'address' }>, gaps: ReportProblem[]): Receiver[] {
  const scope = scopeId === undefined ? null : scopesOf(company, personal).find(({ key }) => key === scopeId)
  if (scope === undefined) {
    gaps.push(problem('outsider-scope', `${name || email} gets nothing: what their report is about is not in use any more. Choose another.`, { names: [name || email] }))
    return []
  }
  return [{ staffId: null, address: email, name, email, language: language ?? company.language, zone: company.zone, scope, because: { code: 'address' } }]
}

type Ours = Exclude<ReportRecipient, { to: 'address' }>

function pairsOf(company: Company, personal: Personal, recipient: Ours, gaps: ReportProblem[]): Pair[] {
  switch (recipient.to) {
    case 'staff': {
      const person = company.people.get(recipient.staffId)
      if (person === undefined) gaps.push(problem('person-gone', 'Somebody named as a recipient may not sign in any more: take them out.'))
      return person === undefined ? [] : ofPerson(company, personal, person, { code: 'staff' }, gaps)
    }
    case 'role': return [...company.people.values()].filter((p) => p.role === recipient.role).flatMap((p) => ofPerson(company, personal, p, { code: 'role', name: recipient.role }, null))
    case 'team-of': {
      const team = company.teams.find((t) => t.id === recipient.teamId)
      if (team === undefined) gaps.push(problem('team-gone', 'A team named as a recipient is not in use any more: take it out.'))
      return peopleOf(company, team?.memberIds ?? []).flatMap((p) => ofPerson(company, personal, p, { code: 'team-of', name: team!.name }, null))
    }
    case 'owner': case 'queue-servers': return []
    default: return ofPart(company, personal, recipient.to, gaps)
  }
}

/** Each thing they are in charge of. Who is in charge of none gets the whole, if it is theirs to look at anyway, and otherwise nothing. */
function ofPerson(company: Company, personal: Personal, person: Person, because: Because, gaps: ReportProblem[] | null): Pair[] {
  if (personal === 'nobody') return [{ person, scope: null, because }]
  const scopes = ownScopes(company, personal, person.id)
  if (scopes.length > 0) return scopes.map((scope) => ({ person, scope, because }))
  if (seesAll(person)) return [{ person, scope: null, because }]
  gaps?.push(problem('no-charge', `${person.name} gets nothing: they are in charge of no ${personal}.`, { names: [person.name], of: personal }))
  return []
}

interface Charge { code: Extract<Because['code'], 'location-manager' | 'region-manager' | 'team-manager' | 'team'>; name: string; people: (string | null)[]; scope: (person: Person) => ReportScope[] }

function ofPart(company: Company, personal: Personal, part: Charge['code'], gaps: ReportProblem[]): Pair[] {
  const scopes = new Map(scopesOf(company, personal).map((scope) => [scope.key, scope]))
  const scopeOf = (...keys: (string | null)[]) => keys.flatMap((key) => (key === null ? [] : scopes.get(key) ?? []))
  const charges: Charge[] = chargesOf(company, personal, part, scopeOf)
  const without = charges.filter(({ people }) => peopleOf(company, people).length === 0)
  if (without.length > 0) gaps.push(problem(part === 'team' ? 'no-members' : 'no-manager', `${noun[part]} ${listed(without.map((c) => c.name))} ${without.length === 1 ? 'has' : 'have'} ${part === 'team' ? 'no members' : 'no manager'} who may sign in: nobody gets that report.`, { names: without.map((c) => c.name), of: kindOf[part] }))
  if (charges.length === 0) gaps.push(problem('none-yet', `There is no ${noun[part].toLowerCase()} yet: nobody gets this report as its ${part.replace('-', ' ')}.`, { of: kindOf[part] }))
  return charges.flatMap(({ code, name, people, scope }) => peopleOf(company, people).flatMap((person) => (personal === 'nobody' ? [null] : scope(person)).map((one) => ({ person, scope: one, because: { code, name } }))))
}

const kindOf: Record<Charge['code'], 'location' | 'region' | 'team'> = { 'location-manager': 'location', 'region-manager': 'region', 'team-manager': 'team', 'team': 'team' }
const noun: Record<Charge['code'], string> = { 'location-manager': 'Location', 'region-manager': 'Region', 'team-manager': 'Team', 'team': 'Team' }

function chargesOf(company: Company, personal: Personal, part: Charge['code'], scopeOf: (...keys: (string | null)[]) => ReportScope[]): Charge[] {
  const own = (person: Person) => scopeOf(person.id)
  switch (part) {
    case 'location-manager': return company.locations.map((l) => ({ code: part, name: l.name, people: [l.managerId], scope: personal === 'staff' ? own : () => scopeOf(l.id) }))
    case 'region-manager': return company.regions.map((r) => ({
      code: part, name: r.name, people: [r.managerId],
      scope: personal === 'staff' ? own : personal === 'region' ? () => scopeOf(r.id) : () => scopeOf(...company.locations.filter((l) => l.regionId === r.id).map((l) => l.id)),
    }))
    default: return company.teams.map((t) => ({ code: part, name: t.name, people: part === 'team' ? t.memberIds : [t.managerId], scope: personal === 'staff' ? own : personal === 'team' ? () => scopeOf(t.id) : () => scopeOf(t.locationId) }))
  }
}

const peopleOf = (company: Company, ids: readonly (string | null)[]): Person[] => ids.flatMap((id) => (id === null ? [] : company.people.get(id) ?? []))
const listed = (names: readonly string[]) => `${names.slice(0, 5).map((n) => JSON.stringify(n)).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`
