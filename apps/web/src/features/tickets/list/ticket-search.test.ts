// Guards the address of the ticket list: a link always opens something sensible and asks the server the right question.
import { describe, expect, it } from 'vitest'
import { hasFilters, readTicketSearch, ticketQuery, withoutFilters } from './ticket-search.ts'

describe('reading an address', () => {
  it('leaves out what makes no sense', () => {
    expect(readTicketSearch({ view: {}, whose: 'nobody', sort: 'colour', priority: 'extreme', status: 4, q: '   ', owner: {}, unknown: 'x' })).toEqual({})
  })
  it('takes a number typed as the search for words', () => {
    expect(readTicketSearch({ q: 1024 })).toEqual({ q: '1024' })
  })
  it('takes conditions only in their shape', () => {
    const where = { combinator: 'and', rules: [{ field: 'overdue', operator: '=', value: true }] }
    expect(readTicketSearch({ where })).toEqual({ where })
    for (const wrong of ['{}', [], { combinator: 'xor', rules: [1] }, { combinator: 'and', rules: 'all' }, { combinator: 'and', rules: [] }]) expect(readTicketSearch({ where: wrong })).toEqual({})
    expect(ticketQuery({ where })).toEqual({ statusCategory: 'active', conditions: JSON.stringify(where), sort: '-updatedAt' })
  })
  it('cuts a search text to what the server accepts', () => {
    expect(readTicketSearch({ q: 'a'.repeat(5000) }).q).toHaveLength(200)
  })
})

describe('the question to the server', () => {
  it.each([
    [{}, { statusCategory: 'active', sort: '-updatedAt' }],
    [{ view: 'mine' }, { assigneeId: 'me', statusCategory: 'active', sort: '-updatedAt' }],
    [{ view: 'unassigned', priority: 'high' }, { assigneeId: 'none', statusCategory: 'active', priority: 'high', sort: '-updatedAt' }],
    [{ view: 'all' }, { sort: '-updatedAt' }],
    [{ view: 'mine', owner: 'st_7' }, { assigneeId: 'st_7', statusCategory: 'active', sort: '-updatedAt' }],
    [{ view: 'all', q: 'zwrot', sort: 'number', mailbox: 'mb_1', customer: 'cu_1', status: 'closed' }, { q: 'zwrot', sort: 'number', mailboxId: 'mb_1', customerId: 'cu_1', statusCategory: 'closed' }],
  ] as const)('for %j asks %j', (search, query) => {
    expect(ticketQuery(search)).toEqual(query)
  })
  it('leaves a saved view to the server, in the order the view says unless the address says another', () => {
    const saved = { sort: 'dueAt', group: 'status' } as const
    expect(ticketQuery({ view: 'v_1' }, saved)).toEqual({ viewId: 'v_1', group: 'status', sort: 'dueAt' })
    expect(ticketQuery({ view: 'v_1', sort: '-number', queue: 'q_1' }, saved)).toEqual({ viewId: 'v_1', group: 'status', sort: '-number', queueId: 'q_1' })
  })
  it('never carries the cursor of the list', () => {
    expect(ticketQuery({ selected: 'ti_1' })).not.toHaveProperty('selected')
  })
})

it('knows a filtered list and the way back to the whole view', () => {
  const search = { view: 'open', q: 'faktura', sort: 'number' } as const
  expect(hasFilters(search)).toBe(true)
  expect(withoutFilters(search)).toEqual({ view: 'open', sort: 'number' })
  expect(hasFilters(withoutFilters(search))).toBe(false)
})
