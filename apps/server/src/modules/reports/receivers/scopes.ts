// Whose numbers a personal report can hold: one scope for each location, region, team or person. Who is in charge of three locations gets
// three reports, since one of them all would hide the shop that needs a look (docs/adr/0030).
import type { Conditions, ReportDefinition, ReportScope } from '@kontuar/contracts'
import type { Company } from './company.ts'

export type Personal = ReportDefinition['personal']

/** All there are; a region without locations has no numbers, and so no scope. */
export function scopesOf(company: Company, personal: Personal): ReportScope[] {
  switch (personal) {
    case 'nobody': return []
    case 'location': return company.locations.map(({ id, name }) => ({ by: 'location', key: id, ids: [id], name }))
    case 'team': return company.teams.map(({ id, name }) => ({ by: 'team', key: id, ids: [id], name }))
    case 'staff': return [...company.people.values()].map(({ id, name }) => ({ by: 'staff', key: id, ids: [id], name }))
    case 'region': return company.regions.flatMap(({ id, name }) => {
      const ids = company.locations.filter((l) => l.regionId === id).map((l) => l.id)
      return ids.length === 0 ? [] : [{ by: 'region' as const, key: id, ids, name }]
    })
  }
}

/** What somebody is in charge of, or what they did. */
export function ownScopes(company: Company, personal: Personal, staffId: string): ReportScope[] {
  const keys = new Set(ownKeys(company, personal, staffId))
  return scopesOf(company, personal).filter(({ key }) => keys.has(key))
}

function ownKeys(company: Company, personal: Personal, staffId: string): string[] {
  const regions = company.regions.filter((r) => r.managerId === staffId).map((r) => r.id)
  switch (personal) {
    case 'nobody': return []
    case 'staff': return [staffId]
    case 'team': return company.teams.filter((t) => t.managerId === staffId).map((t) => t.id)
    case 'region': return regions
    case 'location': return company.locations.filter((l) => l.managerId === staffId || (l.regionId !== null && regions.includes(l.regionId))).map((l) => l.id)
  }
}

/** The dimension of facts a scope is held to. */
export const dimensionOf = ({ by }: Pick<ReportScope, 'by'>): 'location' | 'team' | 'staff' => (by === 'region' ? 'location' : by)

/** As many as one condition may list (packages/conditions). */
const mostListed = 200

export function scopeWhere(scope: ReportScope): Conditions {
  const field = dimensionOf(scope)
  const lists = Array.from({ length: Math.ceil(scope.ids.length / mostListed) }, (_, i) => scope.ids.slice(i * mostListed, (i + 1) * mostListed))
  return { combinator: 'or', rules: lists.map((value) => ({ field, operator: 'in', value })) }
}
