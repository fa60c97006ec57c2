// Guards who gets a ticket: each reason why somebody cannot take it, and who is preferred among those who can.
import { describe, expect, test } from 'vitest'
import { chooseAgent, hasSkills, roomOf, type Agent, type AutomaticRules, type Needs } from './choose-agent.ts'

interface Given { id: string; ready?: boolean; locations?: string[]; languages?: string[]; channels?: string[]; products?: string[]; total?: number | null; byChannel?: Record<string, number>; open?: number; openBy?: Record<string, number> }
const agent = ({ id, ready = true, locations, languages = [], channels = [], products = [], total = null, byChannel = {}, open = 0, openBy = {} }: Given): Agent => ({
  id, ready, locationIds: locations === undefined ? null : new Set(locations), skills: { language: new Set(languages), channel: new Set(channels), product: new Set(products) },
  capacity: { total, byChannel }, open: { total: open, byChannel: { ...openBy } },
})
const ticket = (given: Partial<Needs> = {}): Needs => ({ channel: 'email', language: 'pl', locationId: null, productIds: [], ...given })
const rules = (given: Partial<AutomaticRules> = {}): AutomaticRules => ({ mode: 'round-robin', ...given })
const choose = (t: Needs, r: AutomaticRules, agents: Given[], last: string | null = null, turns: Record<string, string> = {}) => chooseAgent(t, r, agents.map(agent), last, new Map(Object.entries(turns)))

describe('nobody gets it', () => {
  test.each<[string, Partial<Needs>, Partial<AutomaticRules>, Given[], string]>([
    ['nobody serves the queue', {}, {}, [], 'nobody-serves'],
    ['nobody sees the location', { locationId: 'north' }, {}, [{ id: 'a', locations: ['south'] }], 'nobody-at-location'],
    ['nobody is there', {}, {}, [{ id: 'a', ready: false }], 'nobody-available'],
    ['nobody knows the language', { language: 'ru' }, { skills: ['language'] }, [{ id: 'a', languages: ['pl'] }], 'no-skill'],
    ['nobody does the channel', { channel: 'phone' }, { skills: ['channel'] }, [{ id: 'a', channels: ['email'] }], 'no-skill'],
    ['nobody knows the product', { productIds: ['shoes'] }, { skills: ['product'] }, [{ id: 'a' }], 'no-skill'],
    ['one language of two skills is missing', { language: 'ru', productIds: ['shoes'] }, { skills: ['product', 'language'] }, [{ id: 'a', products: ['shoes'], languages: ['pl'] }], 'no-skill'],
    ['all have their hands full', {}, {}, [{ id: 'a', total: 2, open: 2 }], 'no-capacity'],
    ['the channel is full though the total is not', {}, {}, [{ id: 'a', total: 9, open: 1, byChannel: { email: 1 }, openBy: { email: 1 } }], 'no-capacity'],
    ['somebody may have none at all', {}, {}, [{ id: 'a', total: 0 }], 'no-capacity'],
    ['the able are full and the free are not able', { language: 'ru' }, { skills: ['language'] }, [{ id: 'a', languages: ['ru'], total: 1, open: 1 }, { id: 'b', languages: ['pl'] }], 'no-capacity'],
  ])('when %s', (_why, t, r, agents, code) => {
    expect(choose(ticket(t), rules(r), agents, 'a')).toMatchObject({ staffId: null, mode: 'round-robin', because: { code } })
  })
})

describe('takes it although', () => {
  test.each<[string, Partial<Needs>, Partial<AutomaticRules>, Given]>([
    ['the queue asks for no language', { language: 'ru' }, {}, { id: 'a', languages: ['pl'] }],
    ['the language is not known', { language: null }, { skills: ['language'] }, { id: 'a', languages: ['pl'] }],
    ['they have named no language', { language: 'ru' }, { skills: ['language'] }, { id: 'a' }],
    ['the ticket says pl-PL', { language: 'pl-PL' }, { skills: ['language'] }, { id: 'a', languages: ['pl'] }],
    ['they have named no channel', { channel: 'phone' }, { skills: ['channel'] }, { id: 'a' }],
    ['the ticket has no product', {}, { skills: ['product'] }, { id: 'a', products: ['hats'] }],
    ['only one of its products is theirs', { productIds: ['shoes', 'hats'] }, { skills: ['product'] }, { id: 'a', products: ['hats'] }],
    ['they see only some locations, this one among them', { locationId: 'north' }, {}, { id: 'a', locations: ['north'] }],
    ['they see only some locations and the ticket has none', {}, {}, { id: 'a', locations: ['north'] }],
    ['another channel is full', {}, {}, { id: 'a', byChannel: { phone: 1 }, openBy: { phone: 1 }, open: 1 }],
    ['one place is left', {}, {}, { id: 'a', total: 3, open: 2 }],
  ])('%s', (_why, t, r, given) => expect(choose(ticket(t), rules(r), [given]).staffId).toBe('a'))
})

describe('in turn', () => {
  test.each<[string, Given[], Record<string, string>, string]>([
    ['whoever never had one', [{ id: 'a' }, { id: 'b' }], { a: '01' }, 'b'],
    ['whoever waited longest', [{ id: 'a' }, { id: 'b' }, { id: 'c' }], { a: '03', b: '01', c: '02' }, 'b'],
    ['the same again when the others cannot', [{ id: 'a' }, { id: 'b', ready: false }], { a: '09' }, 'a'],
    ['how much they have does not count', [{ id: 'a', open: 90 }, { id: 'b' }], { b: '01' }, 'a'],
    ['without any turn the first by id, so that all agree', [{ id: 'b' }, { id: 'a' }], {}, 'a'],
  ])('%s', (_what, agents, turns, wanted) => expect(choose(ticket(), rules(), agents, null, turns).staffId).toBe(wanted))
})

describe('the least loaded', () => {
  test.each<[string, Given[], Record<string, string>, string]>([
    ['by the share of what they can carry', [{ id: 'a', total: 10, open: 4 }, { id: 'b', total: 2, open: 1 }], {}, 'a'],
    ['by number when the shares are equal', [{ id: 'a', total: 10, open: 5 }, { id: 'b', total: 2, open: 1 }], {}, 'b'],
    ['by number when nobody has a limit', [{ id: 'a', open: 5 }, { id: 'b', open: 3 }], {}, 'b'],
    ['somebody without a limit carries as much as the strongest', [{ id: 'a', open: 6 }, { id: 'b', total: 10, open: 5 }], {}, 'b'],
    ['somebody without a limit does not get everything', [{ id: 'a', open: 4 }, { id: 'b', total: 10, open: 5 }], {}, 'a'],
    ['longest without one when all else is equal', [{ id: 'a' }, { id: 'b' }], { a: '02', b: '01' }, 'b'],
  ])('%s', (_what, agents, turns, wanted) => expect(choose(ticket(), rules({ mode: 'least-loaded' }), agents, null, turns).staffId).toBe(wanted))
})

describe('the last owner of the customer', () => {
  test('comes first, and the reason says so', () => {
    expect(choose(ticket(), rules({ stickyDays: 30 }), [{ id: 'a' }, { id: 'b', open: 7 }], 'b')).toEqual({ staffId: 'b', mode: 'sticky', because: { code: 'sticky', days: 30 } })
  })
  test.each<[string, Given]>([['is away', { id: 'b', ready: false }], ['has hands full', { id: 'b', total: 1, open: 1 }], ['does not see the location', { id: 'b', locations: ['south'] }], ['serves it no more', { id: 'c', ready: false }]])('gives way when they: %s', (_why, last) => {
    expect(choose(ticket({ locationId: 'north' }), rules({ stickyDays: 30 }), [{ id: 'a' }, last], 'b')).toMatchObject({ staffId: 'a', mode: 'round-robin' })
  })
})

test('the reason of a choice says among how many, and how full the chosen one was', () => {
  expect(choose(ticket(), rules({ mode: 'least-loaded' }), [{ id: 'a', total: 4, open: 1 }, { id: 'b', ready: false }, { id: 'c', total: 4, open: 2 }])).toEqual({ staffId: 'a', mode: 'least-loaded', because: { code: 'least-loaded', among: 2, open: 1, capacity: 4 } })
})

test('room is the smaller of what is left in all and by the channel', () => {
  expect(roomOf(agent({ id: 'a' }), 'email')).toBe(Infinity)
  expect(roomOf(agent({ id: 'a', total: 5, open: 2, byChannel: { email: 2 }, openBy: { email: 1 } }), 'email')).toBe(1)
  expect(roomOf(agent({ id: 'a', total: 1, open: 4 }), 'email')).toBe(-3)
})

test('no skill asked is every skill had', () => expect(hasSkills(agent({ id: 'a', languages: ['pl'] }), ticket({ language: 'xx' }), undefined)).toBe(true))
