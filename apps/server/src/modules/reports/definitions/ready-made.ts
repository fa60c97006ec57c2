// The reports everybody finds without composing one. They are code, not rows: an organization that has not changed one gets the better one of the
// next version, in the language of whoever reads it. What it changes, a schedule and recipients too, is a row under the same id.
import { createHash } from 'node:crypto'
import { readyReports, type Locale, type ReportBlock, type ReportDefinition, type ReportRecipient, type ReportSchedule, type Tile } from '@kontuar/contracts'
import { readyWords } from './ready-made-words.ts'

export type ReadyReport = (typeof readyReports)[number]

type Wish = { [K in ReportBlock['kind']]: Omit<Extract<ReportBlock, { kind: K }>, 'id'> }[ReportBlock['kind']]
const blocks = (...wishes: Wish[]): ReportBlock[] => wishes.map((wish, i) => ({ ...wish, id: `b${i + 1}` }) as ReportBlock)
const tile = (kind: Tile['kind'], metrics: string[], more: Partial<Tile> = {}): Wish => ({ kind: 'tile', tile: { id: 't', kind, metrics, width: kind === 'number' ? 1 : 2, height: 1, ...more } })
const numbers = (...metrics: string[]): Wish[] => metrics.map((metric) => tile('number', [metric]))

export interface Made {
  definition: Omit<ReportDefinition, 'title'>
  /** As it is offered; nobody gets it before somebody says so. */
  schedule: ReportSchedule
  recipients: ReportRecipient[]
}

export const readyMade: Record<ReadyReport, Made> = {
  'after-sales-weekly': {
    schedule: { every: 'week', day: 1, at: '08:00' }, recipients: [{ to: 'location-manager' }],
    definition: {
      period: 'last-week', compare: 'before', personal: 'location',
      blocks: blocks(
        { kind: 'summary', metrics: ['nps', 'csat', 'response-rate', 'answers'] }, ...numbers('nps', 'csat', 'answers', 'response-rate'),
        tile('line', ['csat'], { step: 'day', width: 4 }), tile('distribution', ['nps']), tile('bars', ['csat'], { by: 'touchpoint' }),
        { kind: 'ranking', metric: 'csat', by: 'location' }, { kind: 'loops', limit: 15 }, { kind: 'comments', limit: 15, low: false },
      ),
    },
  },
  'nps-monthly': {
    schedule: { every: 'month', day: 2, at: '09:00' }, recipients: [{ to: 'role', role: 'administrator' }],
    definition: {
      period: 'last-month', compare: 'before', personal: 'nobody',
      blocks: blocks(
        { kind: 'summary', metrics: ['nps', 'answers', 'response-rate'] }, ...numbers('nps', 'answers', 'response-rate', 'negative-share'),
        tile('line', ['nps'], { step: 'week', width: 4 }), tile('bars', ['nps'], { by: 'channel' }), tile('bars', ['nps'], { by: 'reason' }), tile('network', ['nps'], { by: 'location', width: 4 }),
        { kind: 'comments', limit: 20, low: true },
      ),
    },
  },
  'stores-monthly': {
    schedule: { every: 'month', day: 1, at: '09:00' }, recipients: [{ to: 'role', role: 'administrator' }],
    definition: {
      period: 'last-month', compare: 'before', personal: 'nobody',
      blocks: blocks(
        { kind: 'summary', metrics: ['csat', 'complaints', 'first-response-median', 'contacts-in'] },
        tile('table', ['contacts-in', 'csat', 'nps', 'first-response-median', 'complaints'], { by: 'location', width: 4 }),
        tile('network', ['csat'], { by: 'location', width: 4 }), { kind: 'ranking', metric: 'nps', by: 'location' }, { kind: 'ranking', metric: 'complaints-per-contact', by: 'location' },
      ),
    },
  },
  'service-weekly': {
    schedule: { every: 'week', day: 1, at: '08:00' }, recipients: [{ to: 'team-manager' }],
    definition: {
      period: 'last-week', compare: 'before', personal: 'team',
      blocks: blocks(
        { kind: 'summary', metrics: ['csat', 'first-response-median', 'sla-kept', 'fcr-repeat'] }, ...numbers('csat', 'first-response-median', 'sla-kept', 'tickets-closed'),
        tile('line', ['contacts-in'], { step: 'day' }), tile('line', ['first-response-median'], { step: 'day' }), tile('bars', ['contacts-in'], { by: 'reason' }), tile('heat', ['contacts-in']),
        tile('table', ['contacts-out', 'first-response-median', 'csat', 'tickets-closed'], { by: 'staff', width: 4 }), { kind: 'tickets', what: 'oldest', limit: 15 },
      ),
    },
  },
  'overdue-daily': {
    schedule: { every: 'day', days: [1, 2, 3, 4, 5], at: '07:30' }, recipients: [{ to: 'team-manager' }],
    definition: { period: 'yesterday', compare: 'none', personal: 'team', blocks: blocks({ kind: 'tickets', what: 'overdue', limit: 50 }) },
  },
  'diary-quality': {
    schedule: { every: 'week', day: 1, at: '09:00' }, recipients: [{ to: 'team-manager' }],
    definition: {
      period: 'last-week', compare: 'before', personal: 'team',
      blocks: blocks(
        { kind: 'summary', metrics: ['completeness', 'without-result', 'with-reason'] }, ...numbers('completeness', 'without-result', 'with-reason', 'entries-recorded'),
        tile('table', ['entries-recorded', 'completeness', 'without-result', 'with-reason'], { by: 'staff', width: 4 }), tile('line', ['completeness'], { step: 'day', width: 4 }),
        { kind: 'tickets', what: 'incomplete', limit: 30 },
      ),
    },
  },
}

export const readyName = (name: ReadyReport, language: Locale): string => readyWords[language][name]
export const readyDefinition = (name: ReadyReport, language: Locale): ReportDefinition => ({ title: readyName(name, language), ...readyMade[name].definition })

/** The same for ever in an organization, whether a row of it stands or not: what links, pauses and runs name. */
export function readyId(orgId: number, name: ReadyReport): string {
  const hex = createHash('sha256').update(`kontuar report ${orgId} ${name}`).digest('hex')
  // Version 8: made of what we like (RFC 9562, 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
export const readyOf = (orgId: number, id: string): ReadyReport | null => readyReports.find((name) => readyId(orgId, name) === id.toLowerCase()) ?? null

/** One whose blocks nobody touched speaks the language of its reader. */
export function inLanguage(name: ReadyReport | null, definition: ReportDefinition, language: Locale): ReportDefinition {
  if (name === null) return definition
  const given = JSON.stringify(sorted(definition))
  return locales.some((of) => JSON.stringify(sorted(readyDefinition(name, of))) === given) ? readyDefinition(name, language) : definition
}
const locales: readonly Locale[] = ['pl', 'ru', 'en']

/** PostgreSQL keeps the keys of JSON in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, v]) => [key, sorted(v)]))
}
