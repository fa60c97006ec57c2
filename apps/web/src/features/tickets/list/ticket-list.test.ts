// Guards that the list keeps its place: news never moves a row under a hand, and nothing is shown twice or lost.
import type { Ticket } from '@kontuar/contracts'
import { describe, expect, it } from 'vitest'
import { TicketList, type TicketPage } from './ticket-list.ts'

const ticket = (id: string, change: Partial<Ticket> = {}) => ({ id, number: Number(id.slice(1)), subject: `About ${id}`, statusCategory: 'open', ...change }) as Ticket
const ids = (list: TicketList) => list.get().rows.map((row) => row.id)

function outside(tickets: Ticket[], pageSize = 3) {
  return {
    tickets,
    asked: [] as (string | null)[],
    async page(cursor: string | null): Promise<TicketPage> {
      this.asked.push(cursor)
      const from = cursor === null ? 0 : this.tickets.findIndex((each) => each.id === cursor) + 1
      const items = this.tickets.slice(from, from + pageSize)
      return { items, next: from + pageSize < this.tickets.length ? items.at(-1)!.id : null }
    },
    async one(id: string) {
      return this.tickets.find((each) => each.id === id) ?? null
    },
  }
}
const started = async (world: ReturnType<typeof outside>) => {
  const list = new TicketList({ page: (cursor) => world.page(cursor), one: (id) => world.one(id) })
  await list.reload()
  return list
}
const handsOn = () => false
const handsOff = () => true
const seven = () => ['t1', 't2', 't3', 't4', 't5', 't6', 't7'].map((id) => ticket(id))

describe('loading', () => {
  it('goes page by page to the end and then asks no more', async () => {
    const world = outside(seven())
    const list = await started(world)
    await list.loadMore()
    await list.loadMore()
    await list.loadMore()
    expect(ids(list)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7'])
    expect(world.asked).toEqual([null, 't3', 't6'])
  })
  it('asks once when two scroll events ask for more at the same time', async () => {
    const world = outside(seven())
    const list = await started(world)
    await Promise.all([list.loadMore(), list.loadMore()])
    expect(ids(list)).toHaveLength(6)
  })
  it('shows a ticket once that slid onto the next page meanwhile', async () => {
    const world = outside(seven())
    const list = await started(world)
    world.tickets = [...world.tickets.slice(0, 3), ticket('t2'), ...world.tickets.slice(3)]
    await list.loadMore()
    expect(ids(list)).toEqual(['t1', 't2', 't3', 't4', 't5'])
  })
  it('keeps the rows and says so when a further page fails', async () => {
    const world = outside(seven())
    const list = await started(world)
    world.page = async () => { throw new Error('cut') }
    await list.loadMore()
    expect(ids(list)).toHaveLength(3)
    expect(list.get().moreError).toBeInstanceOf(Error)
  })
})

describe('news', () => {
  it('is counted and moves no row while a hand is on the list', async () => {
    const world = outside(seven())
    const list = await started(world)
    await list.loadMore()
    world.tickets = [ticket('t9'), ticket('t8'), ...world.tickets]
    await list.hear(['t8', 't9'], handsOn)
    expect(ids(list)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6'])
    expect(list.get().news).toBe(2)
    await list.reload()
    expect(ids(list)).toEqual(['t9', 't8', 't1'])
    expect(list.get().news).toBe(0)
  })
  it('comes straight in when nobody touches the list, and when the list is empty', async () => {
    const world = outside(seven())
    const list = await started(world)
    world.tickets = [ticket('t9'), ...world.tickets]
    await list.hear(['t9'], handsOff)
    expect(ids(list)).toEqual(['t9', 't1', 't2'])
    const bare = outside([])
    const empty = await started(bare)
    bare.tickets = [ticket('t1')]
    await empty.hear(['t1'], handsOn)
    expect(ids(empty)).toEqual(['t1'])
  })
  it('changes a known row where it stands, also far below the first page', async () => {
    const world = outside(seven())
    const list = await started(world)
    await list.loadMore()
    world.tickets[4] = ticket('t5', { subject: 'Now about something else' })
    await list.hear(['t5'], handsOn)
    expect(list.get().rows[4]?.subject).toBe('Now about something else')
    expect(list.get().news).toBe(0)
  })
})

describe('own changes', () => {
  it('put a removed row back where it was', async () => {
    const list = await started(outside(seven()))
    const restore = list.remove('t2')
    expect(ids(list)).toEqual(['t1', 't3'])
    restore()
    restore()
    expect(ids(list)).toEqual(['t1', 't2', 't3'])
  })
  it('move the cursor to the neighbour and stop at both ends', async () => {
    const list = await started(outside(seven()))
    expect(list.neighbour(undefined, 1)?.id).toBe('t1')
    expect(list.neighbour('t2', 1)?.id).toBe('t3')
    expect(list.neighbour('t1', -1)).toBeUndefined()
    expect(list.neighbour('gone', 1)?.id).toBe('t1')
  })
  it('lead on from where a row stood that was taken away', async () => {
    const list = await started(outside(seven()))
    list.remove('t2')
    expect(list.neighbour('t2', 1)?.id).toBe('t3')
    expect(list.neighbour('t2', -1)?.id).toBe('t1')
  })
})
