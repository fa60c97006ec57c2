// Guards who gets a report and whose numbers: by their part, never more than their part, and once.
import { describe, expect, test } from 'vitest'
import type { ReportRecipient } from '@kontuar/contracts'
import type { Company, Person } from './company.ts'
import { resolveReceivers } from './resolve-receivers.ts'
import { ownScopes, scopesOf, scopeWhere, type Personal } from './scopes.ts'

const person = (id: string, given: Partial<Person> = {}): Person => ({ id, name: id, email: `${id}@firma.example`, language: 'pl', zone: 'Europe/Warsaw', role: 'agent', held: true, ...given })
const people = [person('ewa'), person('jan', { zone: 'Asia/Vladivostok', language: 'ru' }), person('ola', { role: 'manager', held: false }), person('boss', { role: 'administrator', held: false }), person('kim')]
const company: Company = {
  name: 'Firma', zone: 'Europe/Warsaw', language: 'pl', people: new Map(people.map((p) => [p.id, p])),
  locations: [{ id: 'krk', name: 'Kraków', managerId: 'ewa', regionId: 'south' }, { id: 'waw', name: 'Warszawa', managerId: 'jan', regionId: null }, { id: 'zak', name: 'Zakopane', managerId: 'ewa', regionId: 'south' }, { id: 'gda', name: 'Gdańsk', managerId: 'gone', regionId: null }],
  regions: [{ id: 'south', name: 'Południe', managerId: 'ola' }, { id: 'empty', name: 'Pusty', managerId: 'kim' }],
  teams: [{ id: 't1', name: 'Czat', managerId: 'jan', locationId: 'krk', memberIds: ['ewa', 'kim', 'gone'] }],
}
const got = (personal: Personal, ...recipients: ReportRecipient[]) => resolveReceivers(company, personal, recipients)
const pairs = (personal: Personal, ...recipients: ReportRecipient[]) => got(personal, ...recipients).receivers.map((r) => `${r.staffId ?? r.address}:${r.scope?.key ?? '*'}:${r.because.code}`)

describe('each kind of recipient', () => {
  test('managers of locations get each of theirs, and nobody else’s', () => {
    expect(pairs('location', { to: 'location-manager' })).toEqual(['ewa:krk:location-manager', 'jan:waw:location-manager', 'ewa:zak:location-manager'])
    expect(got('location', { to: 'location-manager' }).gaps).toEqual([{ code: 'no-manager', names: ['Gdańsk'], more: 0, block: null, of: 'location', detail: 'Location "Gdańsk" has no manager who may sign in: nobody gets that report.' }])
  })
  test('a manager of a region gets each of its locations, or the region', () => {
    expect(pairs('location', { to: 'region-manager' })).toEqual(['ola:krk:region-manager', 'ola:zak:region-manager'])
    expect(pairs('region', { to: 'region-manager' })).toEqual(['ola:south:region-manager'])
    expect(got('region', { to: 'region-manager' }).receivers[0]!.scope).toEqual({ by: 'region', key: 'south', ids: ['krk', 'zak'], name: 'Południe' })
  })
  test('a team gets its own, and what each of its people did is theirs alone', () => {
    expect(pairs('team', { to: 'team-manager' }, { to: 'team' })).toEqual(['jan:t1:team-manager', 'ewa:t1:team', 'kim:t1:team'])
    expect(pairs('staff', { to: 'team' })).toEqual(['ewa:ewa:team', 'kim:kim:team'])
    expect(pairs('location', { to: 'team' })).toEqual(['ewa:krk:team', 'kim:krk:team'])
  })
  test('who is named gets what they are in charge of; in charge of nothing, all, if all is theirs to see anyway', () => {
    expect(pairs('location', { to: 'staff', staffId: 'ewa' }, { to: 'staff', staffId: 'boss' }, { to: 'staff', staffId: 'kim' })).toEqual(['ewa:krk:staff', 'ewa:zak:staff', 'boss:*:staff'])
    expect(got('location', { to: 'staff', staffId: 'kim' }).gaps).toMatchObject([{ code: 'no-charge', names: ['kim'], of: 'location', detail: 'kim gets nothing: they are in charge of no location.' }])
    expect(got('location', { to: 'staff', staffId: 'gone' })).toMatchObject({ receivers: [], gaps: [{ code: 'person-gone' }] })
    expect(pairs('location', { to: 'role', role: 'agent' })).toEqual(['ewa:krk:role', 'ewa:zak:role', 'jan:waw:role'])
  })
  test('an address outside gets what it was named for, or nothing when that is gone', () => {
    expect(pairs('location', { to: 'address', name: 'Franczyza', email: 'F@partner.example', scopeId: 'krk' })).toEqual(['F@partner.example:krk:address'])
    expect(got('location', { to: 'address', name: 'Franczyza', email: 'f@partner.example', scopeId: 'closed' })).toMatchObject({ receivers: [], gaps: [{ code: 'outsider-scope', names: ['Franczyza'] }] })
  })
})

test('however often somebody is meant, each of their reports comes once, for the first reason', () => {
  const all: ReportRecipient[] = [{ to: 'staff', staffId: 'ewa' }, { to: 'location-manager' }, { to: 'team' }, { to: 'role', role: 'agent' }, { to: 'address', name: '', email: 'a@b.example' }, { to: 'address', name: 'x', email: 'A@B.example' }]
  const found = pairs('location', ...all)
  expect(new Set(found.map((f) => f.split(':').slice(0, 2).join(':').toLowerCase())).size).toBe(found.length)
  expect(found.slice(0, 2)).toEqual(['ewa:krk:staff', 'ewa:zak:staff'])
})

test('of two hundred shops each manager gets one report, and each report is of one shop', () => {
  const shops = Array.from({ length: 200 }, (_, i) => ({ id: `s${i}`, name: `Sklep ${i}`, managerId: `m${i}`, regionId: 'r' }))
  const chain: Company = { ...company, people: new Map(shops.map((s) => [s.managerId, person(s.managerId)])), locations: shops, regions: [{ id: 'r', name: 'Sieć', managerId: 'm7' }], teams: [] }
  const { receivers, gaps } = resolveReceivers(chain, 'location', [{ to: 'location-manager' }])
  expect(gaps).toEqual([])
  expect(receivers).toHaveLength(200)
  expect(receivers.every((r) => r.scope!.ids.length === 1 && r.scope!.key === `s${r.staffId!.slice(1)}`)).toBe(true)
  // Conditions list two hundred members at most: a larger region is asked in several lists.
  const wide = scopeWhere({ by: 'region', key: 'r', name: 'Sieć', ids: Array.from({ length: 450 }, (_, i) => `s${i}`) })
  expect(wide.rules.map((r) => ((r as { value: string[] }).value).length)).toEqual([200, 200, 50])
})

test('a region without locations has no numbers, and people own what they are in charge of', () => {
  expect(scopesOf(company, 'region').map((s) => s.key)).toEqual(['south'])
  expect(ownScopes(company, 'location', 'ola').map((s) => s.key)).toEqual(['krk', 'zak'])
  expect(ownScopes(company, 'region', 'kim')).toEqual([])
  expect(ownScopes(company, 'nobody', 'ewa')).toEqual([])
})
