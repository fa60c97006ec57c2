// A report of the invented server with its figures: the real ready-made definitions over the invented facts.
import type { FilledBlock, FilledReport, Locale, MetricInfo, MetricQuery, MetricResult, ReportBlock, ReportDefinition, ReportPeriod, ReportScope } from '@kontuar/contracts'
import { dayIn } from '@kontuar/contracts'
import { daysOfReport, type Days } from '../../../server/src/modules/reports/filling/period.ts'
import { periodName } from '../../../server/src/modules/reports/filling/period-name.ts'
import { summarise } from '../../../server/src/modules/reports/filling/summarise.ts'
import { reportWords } from '../../../server/src/modules/reports/filling/words/index.ts'
import { queues, locations } from './desk-data.ts'
import { catalogue, infoOf } from './numbers/catalogue.ts'
import { inventedFacts, type InventedFact } from './numbers/facts.ts'
import { instantOf, resultOf } from './numbers/results.ts'
import { nameOf } from './numbers/words.ts'
import { ago, staff } from './people.ts'

const zone = 'Europe/Warsaw'
const said = [
  'Czekałam czterdzieści minut, nikt nie przeprosił. Zabieg skrócono, a zapłaciłam całość.', 'Pani Katarzyna zadzwoniła następnego dnia i wszystko wyjaśniła. Dziękuję.',
  'Не дозвонилась ни разу за неделю.', 'Wszystko w porządku, wrócę.',
]

interface Wish { id: string | null; definition: ReportDefinition; period: ReportPeriod | undefined; scope: ReportScope | null; locale: Locale; comment: string; empty: boolean }

export function fillInvented({ id, definition, period, scope, locale, comment, empty }: Wish): FilledReport {
  const days = daysOfReport(period ?? definition.period, dayIn(new Date(), zone))
  const facts: readonly InventedFact[] = empty ? [] : [...inventedFacts()]
  const ask = (name: string, more: Partial<MetricQuery>, scoped = true): MetricResult | { problem: { code: string; detail: string } } => {
    const metric = catalogue.get(name)
    if (!metric) return { problem: { code: 'not-found', detail: `There is no metric “${name}”: choose one of /metrics.` } }
    const where = scoped && scope ? { combinator: 'and' as const, rules: [{ field: scope.by === 'region' ? 'location' : scope.by, operator: 'in', value: scope.ids }] } : null
    return resultOf(metric, { metric: name, ...days, ...more, ...(where && { where }) } as MetricQuery, { nameOf, facts })
  }
  const infosOf = (names: readonly string[]): MetricInfo[] => names.flatMap((name) => { const metric = catalogue.get(name); return metric ? [infoOf(metric, locale)] : [] })
  return {
    reportId: id, title: definition.title, organizationName: 'Salon Miętowa', colour: '#0f5c59', logo: null, language: locale, zone, periodFrom: new Date(instantOf(days.from)).toISOString(), periodTo: new Date(instantOf(days.to)).toISOString(),
    periodName: periodName(days, locale), compareName: definition.compare === 'none' ? null : periodName(before(days), locale), scope, scopeName: scope?.name ?? null, comment, madeAt: ago(0), link: '', because: null, pauseLink: null,
    blocks: definition.blocks.map((block) => fillBlock(block, { definition, scope, locale, ask, infosOf, empty })),
  }
}

const before = ({ from, to }: Days): Days => ({ from: new Date(2 * Date.parse(from) - Date.parse(to)).toISOString().slice(0, 10), to: from })

interface Around { definition: ReportDefinition; scope: ReportScope | null; locale: Locale; ask: (name: string, more: Partial<MetricQuery>, scoped?: boolean) => MetricResult | { problem: { code: string; detail: string } }; infosOf: (names: readonly string[]) => MetricInfo[]; empty: boolean }

function fillBlock(block: ReportBlock, { definition: { compare }, scope, locale, ask, infosOf, empty }: Around): FilledBlock {
  const words = reportWords[locale]
  const items = <T>(some: T[]): { items: T[]; more: number } => (empty ? { items: [], more: 0 } : { items: some, more: 3 })
  switch (block.kind) {
    case 'text': case 'break': return block
    case 'tile': {
      const { tile } = block
      const more: Partial<MetricQuery> = tile.kind === 'number' ? { step: 'day', compare } : tile.kind === 'line' ? { step: tile.step ?? 'day' } : tile.kind === 'bars' || tile.kind === 'table' ? { by: tile.by ?? 'location' } : tile.kind === 'network' ? { by: 'location' } : tile.kind === 'heat' ? { also: 'heat' } : tile.kind === 'distribution' ? { also: 'distribution' } : {}
      const metrics = infosOf(tile.metrics)
      return { id: block.id, kind: 'tile', title: tile.title || metrics.map(({ label }) => label).join(', '), tile, metrics, results: tile.metrics.map((name) => ask(name, more, tile.kind !== 'network')), network: scope && (tile.kind === 'number' || tile.kind === 'line') ? tile.metrics.map((name) => ask(name, {}, false)) : null }
    }
    case 'summary': return { id: block.id, kind: 'summary', title: words.summary.title, sentences: infosOf(block.metrics).map((info) => summarise(info, ask(info.name, { compare }), locale)) }
    case 'ranking': {
      const metric = infosOf([block.metric])[0] ?? infosOf(['csat'])[0]!
      return { id: block.id, kind: 'ranking', title: words.ranking(metric.label, block.by), metric, by: block.by, result: ask(block.metric, { by: block.by }, false), own: scope?.ids ?? [] }
    }
    case 'tickets': return { id: block.id, kind: 'tickets', title: words.tickets[block.what], ...items(['Wizyta w sobotę', 'Reklamacja kremu po zabiegu', 'Возврат за отменённую запись'].map((subject, n) => ({ id: `k${n}`, number: 12_480 - n, subject, customerName: ['Barbara Zielińska', 'Jan Maj', 'Светлана Щербакова'][n]!, ownerName: n === 1 ? null : staff[n]!.name, queueName: queues[n]?.name ?? null, locationName: locations[n]!.name, dueAt: block.what === 'overdue' ? ago(60 * (n + 2)) : null, createdAt: ago(60 * 24 * (n + 2)), missing: block.what === 'incomplete' ? [words.missing.result] : [] }))) }
    case 'comments': return { id: block.id, kind: 'comments', title: block.low ? words.comments.low : words.comments.all, ...items(said.map((text, n) => ({ answerId: `a${n + 1}`, at: ago(60 * 20 * (n + 1)), score: [2, 9, 4, 8][n]!, scaleMax: 10, text, locationName: locations[n % 3]!.name, ticketNumber: n === 0 ? 12_480 : null, becameOf: null, recoveryId: null }))) }
    case 'loops': return { id: block.id, kind: 'loops', title: words.loops, ...items([0, 1].map((n) => ({ id: `p${n}`, openedAt: ago(60 * 40 * (n + 1)), customerName: ['Barbara Zielińska', 'Светлана Щербакова'][n]!, score: 2 + n, scaleMax: 10, state: n === 0 ? 'W toku' : 'Zamknięta', ownerName: n === 0 ? null : staff[1]!.name, causeName: n === 1 ? 'Za mało osób na zmianie' : null, remedy: n === 1 ? 'Oddano połowę ceny zabiegu' : '', contactedAt: n === 1 ? ago(60 * 30) : null, recovered: n === 1 ? true : null }))) }
  }
}
