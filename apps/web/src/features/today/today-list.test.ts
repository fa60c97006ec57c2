// Guards that Today stands still under the hand: news never moves a row by itself, what is done fades and stays.
import type { Ticket, TodayItem } from '@kontuar/contracts'
import { describe, expect, it, test } from 'vitest'
import { movedBetween, TodayList, type TodayPage } from './today-list.ts'

const item = (id: string, change: Partial<Ticket> = {}): TodayItem => ({ kind: 'ticket', id, ticket: { id, statusCategory: 'open', ...change } as Ticket, task: null, dueAt: null, because: [] })
const ids = (list: TodayList) => list.get().rows.map(({ id, done }) => (done ? `(${id})` : id)).join(' ')
async function started(...first: string[]) {
  const world = { items: first.map((id) => item(id)), next: null as string | null }
  const list = new TodayList(async (): Promise<TodayPage> => ({ ...world }))
  await list.reload()
  return { world, list }
}

test.each([
  ['nothing', 'a b c', 'a b c', 0], ['one down', 'a b c d', 'b c d a', 1], ['one up', 'a b c', 'c a b', 1], ['two that exchange', 'a b', 'b a', 1],
  ['new ones do not count', 'a b', 'x a y b', 0], ['nor those that left', 'a b c', 'a c', 0],
])('%s moved', (_, before, after, moved) => expect(movedBetween(before.split(' '), after.split(' '))).toBe(moved))

describe('news', () => {
  it('waits until it is wanted', async () => {
    const { world, list } = await started('a', 'b', 'c')
    world.items = [item('x'), item('c'), item('a'), item('b')]
    await list.hear()
    expect(ids(list)).toBe('a b c')
    expect(list.get()).toMatchObject({ fresh: 1, moved: 1 })
    list.apply()
    expect(ids(list)).toBe('x c a b')
    expect(list.get()).toMatchObject({ fresh: 0, moved: 0 })
  })
  it('changes a row where it stands', async () => {
    const { world, list } = await started('a', 'b')
    world.items = [item('b', { subject: 'Neu' }), item('a')]
    await list.hear()
    expect(list.get().rows[1]!.ticket!.subject).toBe('Neu')
  })
  it('fades what has left the list, and keeps it', async () => {
    const { world, list } = await started('a', 'b')
    world.items = [item('b')]
    await list.hear()
    expect(ids(list)).toBe('(a) b')
  })
  it('leaves alone what lies beyond the page that was asked', async () => {
    const { world, list } = await started('a', 'b')
    Object.assign(world, { items: [item('a')], next: 'more' })
    await list.hear()
    expect(ids(list)).toBe('a b')
  })
})

describe('what the person does', () => {
  it('fades a closed ticket, and can be taken back', async () => {
    const { list } = await started('a', 'b')
    const back = list.change({ id: 'a' } as Ticket, { statusCategory: 'closed' })
    expect(ids(list)).toBe('(a) b')
    back()
    expect(ids(list)).toBe('a b')
  })
  it('puts the next unfinished row under the hand', async () => {
    const { list } = await started('a', 'b', 'c')
    list.mark('b', true)
    expect(list.neighbour('a', 1, true)?.id).toBe('c')
    expect(list.neighbour('a', 1)?.id).toBe('b')
    expect(list.neighbour(undefined, -1)?.id).toBe('c')
    expect(list.neighbour('c', 1)).toBeUndefined()
  })
})
