import type { Because, ReportBlock } from '@kontuar/contracts'

/** What figures are cut by. */
export type Cut = 'channel' | 'queue' | 'reason' | 'location' | 'team' | 'staff' | 'survey' | 'touchpoint' | 'language' | 'newcomer' | 'weekday' | 'hour'
type Of<K extends ReportBlock['kind'], F extends string> = Extract<ReportBlock, { kind: K }> extends Record<F, infer V> ? V : never
export interface Compared { now: string; by: string; before: string }

export interface ReportWords {
  summary: {
    title: string
    /** Value alone; `range` is its interval, or nothing. */
    alone: (label: string, now: string, range: [low: string, high: string] | null) => string
    more: (label: string, compared: Compared) => string
    less: (label: string, compared: Compared) => string
    same: (label: string, now: string) => string
    better: string; worse: string; real: string; chance: string; untold: string
    nothing: (label: string) => string
    few: (label: string, n: number, shownFrom: number) => string
    nothingBefore: string; fewBefore: string
    unread: (label: string) => string
  }
  /** "według lokalizacji". */
  by: Record<Cut, string>
  byField: (name: string) => string
  /** What a tile is called that nobody gave a name. */
  tile: { cut: (label: string, by: string) => string; table: (by: string) => string; network: (label: string) => string; heat: (label: string) => string; distribution: (label: string) => string; funnel: (from: string, to: string) => string }
  ranking: (label: string, by: Of<'ranking', 'by'>) => string
  tickets: Record<Of<'tickets', 'what'>, string>
  comments: { all: string; low: string }
  loops: string
  missing: Record<'request' | 'decision' | 'result' | 'reason' | 'place', string>
  because: (because: Because) => string
  role: Record<string, string>
  /** In the place of a report that does not stand in the mail itself. */
  attached: (files: number) => string
  page: {
    title: string; text: (report: string) => string; button: string
    doneTitle: string; doneText: (report: string) => string; again: string
    backTitle: string; backText: (report: string) => string
  }
}
