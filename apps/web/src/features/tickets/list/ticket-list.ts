// The rows of one filter, loaded page by page while scrolling. Not in TanStack Query: an infinite query asks for every
// loaded page again after each change, which at 100,000 rows is two thousand requests. Here news costs one request for
// the first page; rows that are known change in place, unknown ones wait behind "3 new".
import type { Ticket } from '@kontuar/contracts'

export interface TicketPage<Row = Ticket> { items: readonly Row[]; next: string | null }
export interface TicketListOutside<Row = Ticket> {
  page(cursor: string | null): Promise<TicketPage<Row>>
  one(id: string): Promise<Row | null>
}
export interface TicketListState<Row = Ticket> {
  rows: readonly Row[]
  /** `loading` only before the first rows: later failures and loads have their own marks. */
  state: 'loading' | 'ready' | 'failed'
  error: unknown
  next: string | null
  loadingMore: boolean
  moreError: unknown
  /** Tickets that belong at the top and are not shown yet. */
  news: number
}

/** Rows asked for one by one after news, at most; the rest is asked for when the list is loaded again. */
const mostSingles = 25

/** Of tickets, and of what else is listed in their manner (answers to surveys). */
export class TicketList<Row extends { id: string } = Ticket> {
  private now: TicketListState<Row> = { rows: [], state: 'loading', error: null, next: null, loadingMore: false, moreError: null, news: 0 }
  private watchers = new Set<() => void>()
  private places = new Map<string, number>()
  /** Where rows stood that the person took away: the way on leads from there. */
  private left = new Map<string, number>()
  private round = 0
  private readonly outside: TicketListOutside<Row>
  /** Which row stands at the top (with its fraction), for coming back. In rows: beside a ticket they are higher. */
  topRow = 0

  constructor(outside: TicketListOutside<Row>) {
    this.outside = outside
  }

  get = (): TicketListState<Row> => this.now
  subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch)
    return () => this.watchers.delete(watch)
  }
  indexOf = (id: string): number => this.places.get(id) ?? -1

  private set(change: Partial<TicketListState<Row>>): void {
    this.now = { ...this.now, ...change }
    if (change.rows) this.places = new Map(change.rows.map((row, index) => [row.id, index]))
    this.watchers.forEach((watch) => watch())
  }

  /** Loads the first page anew. What was shown stays until the answer is here. */
  async reload(): Promise<void> {
    const round = ++this.round
    if (this.now.state === 'failed') this.set({ state: 'loading', error: null })
    try {
      const page = await this.outside.page(null)
      if (round === this.round) this.set({ rows: page.items, next: page.next, state: 'ready', error: null, moreError: null, loadingMore: false, news: 0 })
    } catch (error) {
      if (round !== this.round) return
      this.set(this.now.state === 'ready' ? { moreError: error, loadingMore: false } : { state: 'failed', error })
    }
  }

  async loadMore(): Promise<void> {
    const { next, loadingMore, state } = this.now
    if (next === null || loadingMore || state !== 'ready') return
    const round = this.round
    this.set({ loadingMore: true, moreError: null })
    try {
      const page = await this.outside.page(next)
      if (round !== this.round) return
      // A ticket that moved down meanwhile may come twice; the first place stays.
      const fresh = page.items.filter((row) => !this.places.has(row.id))
      this.set({ rows: [...this.now.rows, ...fresh], next: page.next, loadingMore: false })
    } catch (error) {
      if (round === this.round) this.set({ loadingMore: false, moreError: error })
    }
  }

  /**
   * Something happened to these tickets. With `handsOff` (at the top, nobody is about to click) the first page simply
   * replaces the rows; otherwise no row moves.
   */
  async hear(ids: readonly string[], handsOff: () => boolean): Promise<void> {
    if (this.now.state !== 'ready') return
    const round = this.round
    const head = await this.outside.page(null).catch(() => null)
    if (head === null || round !== this.round) return
    if (handsOff() || this.now.rows.length === 0) {
      this.round++
      return this.set({ rows: head.items, next: head.next, news: 0, loadingMore: false, moreError: null })
    }
    const heard = new Map(head.items.map((row) => [row.id, row]))
    const missing = ids.filter((id) => this.places.has(id) && !heard.has(id)).slice(0, mostSingles)
    for (const row of await Promise.all(missing.map((id) => this.outside.one(id).catch(() => null)))) if (row) heard.set(row.id, row)
    if (round !== this.round) return
    this.set({
      rows: this.now.rows.map((row) => heard.get(row.id) ?? row),
      news: head.items.filter((row) => !this.places.has(row.id)).length,
    })
  }

  /** The person's own change, before the server agreed. */
  patch(id: string, change: Partial<Row>): void {
    if (!this.places.has(id)) return
    this.set({ rows: this.now.rows.map((row) => (row.id === id ? { ...row, ...change } : row)) })
  }

  /** Takes a row away that no longer belongs here; the answer puts it back where it was. */
  remove(id: string): () => void {
    const index = this.indexOf(id)
    const row = this.now.rows[index]
    if (!row) return () => {}
    this.set({ rows: this.now.rows.toSpliced(index, 1) })
    this.left.set(id, index)
    return () => {
      this.left.delete(id)
      if (!this.places.has(id)) this.set({ rows: this.now.rows.toSpliced(Math.min(index, this.now.rows.length), 0, row) })
    }
  }

  /** The row after (or before) this one; without one, the first (or last). */
  neighbour(id: string | undefined, step: 1 | -1): Row | undefined {
    const gap = id === undefined ? undefined : this.left.get(id)
    const index = id === undefined ? -1 : this.indexOf(id)
    if (index < 0 && gap !== undefined) return this.now.rows[step === 1 ? gap : gap - 1]
    if (index < 0) return this.now.rows[step === 1 ? 0 : this.now.rows.length - 1]
    return this.now.rows[index + step]
  }
}
