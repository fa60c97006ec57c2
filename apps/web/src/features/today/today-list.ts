// What is to be done first, stable under the hand: news changes a row where it stands, and new or moved rows wait until the
// person wants them. What is done fades and stays.
import type { Ticket, TodayItem } from '@kontuar/contracts'

export interface TodayPage { items: readonly TodayItem[]; next: string | null }
export interface TodayRow extends TodayItem { /** Closed, done, or no longer in this list. */ done: boolean }
export interface TodayState {
  rows: readonly TodayRow[]
  state: 'loading' | 'ready' | 'failed'
  error: unknown
  next: string | null
  /** What waits: rows that would come, and rows that would stand elsewhere. */
  fresh: number
  moved: number
}
export type AskToday = (cursor: string | null, limit: number) => Promise<TodayPage>

const pageSize = 100
const mostAtOnce = 200

/** How many of the known rows would change places: all but the longest run that keeps its order. */
export function movedBetween(before: readonly string[], after: readonly string[]): number {
  const place = new Map(after.map((id, index) => [id, index]))
  const order = before.flatMap((id) => place.get(id) ?? [])
  const ends: number[] = []
  for (const each of order) {
    const at = ends.findIndex((end) => end >= each)
    if (at < 0) ends.push(each)
    else ends[at] = each
  }
  return order.length - ends.length
}

export class TodayList {
  private now: TodayState = { rows: [], state: 'loading', error: null, next: null, fresh: 0, moved: 0 }
  private watchers = new Set<() => void>()
  private waiting: TodayPage | null = null
  private round = 0
  private readonly ask: AskToday

  constructor(ask: AskToday) {
    this.ask = ask
  }

  get = (): TodayState => this.now
  subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch)
    return () => this.watchers.delete(watch)
  }
  private set(change: Partial<TodayState>): void {
    this.now = { ...this.now, ...change }
    this.watchers.forEach((watch) => watch())
  }

  /** Anew from the top. What was shown stays until the answer is here. */
  async reload(): Promise<void> {
    const round = ++this.round
    if (this.now.state === 'failed') this.set({ state: 'loading', error: null })
    try {
      const page = await this.ask(null, pageSize)
      if (round === this.round) this.show(page)
    } catch (error) {
      if (round === this.round) this.set({ state: 'failed', error })
    }
  }

  async loadMore(): Promise<void> {
    const { next, rows } = this.now
    if (next === null) return
    const round = this.round
    const page = await this.ask(next, pageSize).catch(() => null)
    if (page === null || round !== this.round) return
    const known = new Set(rows.map(({ id }) => id))
    this.set({ rows: [...rows, ...page.items.filter(({ id }) => !known.has(id)).map((item) => ({ ...item, done: false }))], next: page.next })
  }

  /** Something happened: rows are renewed where they stand, the rest waits for `apply`. */
  async hear(): Promise<void> {
    if (this.now.state !== 'ready') return
    const round = this.round
    const page = await this.ask(null, Math.min(mostAtOnce, Math.max(pageSize, this.now.rows.length))).catch(() => null)
    if (page === null || round !== this.round) return
    if (this.now.rows.length === 0) return this.show(page)
    const news = new Map(page.items.map((item) => [item.id, item]))
    const complete = page.next === null
    const rows = this.now.rows.map((row): TodayRow => {
      const item = news.get(row.id)
      // Beyond the page that was asked nothing is known.
      return item ? { ...item, done: false } : { ...row, done: row.done || complete }
    })
    const known = new Set(rows.map(({ id }) => id))
    this.waiting = page
    this.set({
      rows,
      fresh: page.items.filter(({ id }) => !known.has(id)).length,
      moved: movedBetween(rows.filter(({ done }) => !done).map(({ id }) => id), page.items.map(({ id }) => id)),
    })
  }

  /** Takes the news in: rows move now, what is done goes. */
  apply(): void {
    if (this.waiting) this.show(this.waiting)
    void this.reload()
  }

  private show({ items, next }: TodayPage): void {
    this.waiting = null
    this.set({ rows: items.map((item) => ({ ...item, done: false })), next, state: 'ready', error: null, fresh: 0, moved: 0 })
  }

  /** The person's own act, before the server agreed; answers how to take it back. */
  mark(id: string, done: boolean): () => void {
    const put = (value: boolean) => this.set({ rows: this.now.rows.map((row) => (row.id === id ? { ...row, done: value } : row)) })
    const before = this.now.rows.find((row) => row.id === id)
    if (!before || before.done === done) return () => {}
    put(done)
    return () => put(before.done)
  }

  /** A change of the ticket, made anywhere in this window. */
  change(ticket: Ticket, change: Partial<Ticket>): () => void {
    const before = this.now.rows.find((row) => row.id === ticket.id)
    if (!before?.ticket) return () => {}
    const changed = { ...before.ticket, ...change }
    const put = (row: TodayRow) => this.set({ rows: this.now.rows.map((each) => (each.id === row.id ? row : each)) })
    put({ ...before, ticket: changed, done: changed.statusCategory === 'closed' || changed.statusCategory === 'waiting' })
    return () => put(before)
  }

  /** The row after (or before) this one; `undone`: what is done is passed over. Without one the first (or last). */
  neighbour(id: string | undefined, step: 1 | -1, undone = false): TodayRow | undefined {
    const { rows } = this.now
    const from = id === undefined ? -1 : rows.findIndex((row) => row.id === id)
    for (let at = from < 0 ? (step === 1 ? 0 : rows.length - 1) : from + step; at >= 0 && at < rows.length; at += step) if (!undone || !rows[at]!.done) return rows[at]
    return undefined
  }
}
