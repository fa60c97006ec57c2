// A report with its figures, as they are at this moment: what the screen, the mail, the PDF and the table are all made of. Figures are read on one
// snapshot and held to the report's scope; its lists hold only what their reader may see.
import type { Because, FilledBlock, FilledReport, Locale, MetricInfo, MetricQuery, MetricResult, ReportBlock, ReportDefinition, ReportScope } from '@kontuar/contracts'
import { dayIn } from '@kontuar/contracts'
import { viewer, type Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readFeedbackSettings } from '../../feedback/index.ts'
import { organizationOf } from '../../identity/index.ts'
import { describeMetrics, everybody, readCatalogue, readMetrics, type Asker, type Problem } from '../../insight/index.ts'
import { reportPorts } from '../ports.ts'
import { dimensionOf } from '../receivers/scopes.ts'
import { blockQueries, metricsOf, type BlockQueries } from './block-queries.ts'
import { daysOfReport, startOfDay, type Days } from './period.ts'
import { periodName } from './period-name.ts'
import { readComments } from './rows/read-comments.ts'
import { readTickets } from './rows/read-tickets.ts'
import type { RowsAsked } from './rows/rows-asked.ts'
import { summarise } from './summarise.ts'
import { tileTitle } from './tile-title.ts'
import { reportWords } from './words/index.ts'

export interface Reader { /** Null: somebody outside. */ staffId: string | null; /** Sees some queues and locations only. */ held: boolean; readsFeedback: boolean }

export interface FillWish {
  reportId: string | null
  definition: ReportDefinition
  comment: string
  scope: ReportScope | null
  language: Locale
  /** Null: as of today. */
  days: Days | null
  /** Whose eyes the figures are held to: of a report by somebody who sees some places only; null: nobody's. */
  sight: string | null
  reader: Reader
  because: Because | null
  link: string
  pauseLink: string | null
  /** What others of one run were told within the same few seconds: the network's figures and rankings, which are everybody's. */
  shared?: SharedFigures
}

/** By whose eyes it was read with, and the question as it was asked. */
export type SharedFigures = Map<string, MetricResult>

export interface Filled {
  report: FilledReport
  /** Nothing happened in its scope: no figure is made of anything, no list has a line. */
  empty: boolean
  /** What could not be read, one sentence each. */
  problems: string[]
}

interface Answered { block: ReportBlock; own: (MetricResult | Problem)[]; network: (MetricResult | Problem)[] }
interface Figures { organization: string; colour: string; logo: string | null; zone: string; days: Days; infos: ReadonlyMap<string, MetricInfo>; answered: Answered[]; now: Date }

/** @throws Refusal `cannot-do` when it reads too far */
export async function fillReport(platform: Platform, orgId: number, wish: FillWish): Promise<Filled> {
  const figures = await patiently(() => viewer.run(wish.sight, () => platform.db.report(orgId, (tx) => readFigures(tx, wish))))
  const blocks = await patiently(() => viewer.run(wish.reader.held ? wish.reader.staffId : wish.sight, () => platform.db.report(orgId, (tx) => fillBlocks(tx, wish, figures))))
  const { days, zone } = figures
  const changed = figures.answered.flatMap(({ own }) => own).find((r): r is MetricResult => 'change' in r && r.change !== null)?.change
  const day = (at: string) => dayIn(new Date(at), zone)
  return {
    report: {
      reportId: wish.reportId, title: wish.definition.title, organizationName: figures.organization, colour: figures.colour, logo: figures.logo, language: wish.language, zone,
      periodFrom: startOfDay(days.from, zone).toISOString(), periodTo: startOfDay(days.to, zone).toISOString(), periodName: periodName(days, wish.language),
      compareName: changed === undefined || changed === null ? null : periodName({ from: day(changed.from), to: day(changed.to) }, wish.language),
      scope: wish.scope, scopeName: wish.scope?.name ?? null, comment: wish.comment, madeAt: figures.now.toISOString(), link: wish.link,
      because: wish.because === null ? null : reportWords[wish.language].because(wish.because), pauseLink: wish.pauseLink, blocks,
    },
    empty: isEmpty(figures.answered, blocks, wish.scope !== null),
    problems: figures.answered.flatMap(({ block, own, network }) => [...own, ...network].flatMap((r) => ('problem' in r ? [`Block ${JSON.stringify(block.id)}: ${r.problem.detail}`] : []))),
  }
}

/** PostgreSQL's query_canceled: one statement took longer than a report may (platform/db, `reportMs`). */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if ((error as { code?: unknown }).code !== '57014') throw error
    throw new Refusal('cannot-do', 'This report reads too many facts one by one: choose a shorter period, or conditions by one dimension alone, of which sums are kept.')
  }
}

async function readFigures(tx: Tx, wish: FillWish): Promise<Figures> {
  const now = new Date()
  const org = await organizationOf(tx)
  const { look } = await readFeedbackSettings(tx)
  const days = wish.days ?? daysOfReport(wish.definition.period, dayIn(now, org.timeZone))
  const asked = wish.definition.blocks.map((block) => ({ block, ...blockQueries(block, wish.definition, wish.scope, days) }))
  const answers = await readShared(tx, await askerOf(tx, wish.sight), asked.flatMap(({ own, network }) => [...own, ...network]), wish.shared ?? new Map())
  const catalogue = await readCatalogue(tx)
  const names = [...new Set(wish.definition.blocks.flatMap(metricsOf))].filter((name) => catalogue.has(name))
  const infos = await describeMetrics(tx, names, wish.language)
  return { organization: look.name ?? org.name, colour: look.colour, logo: look.logo, zone: org.timeZone, days, now, infos: new Map(infos.map((i) => [i.name, i])), answered: dealOut(asked, answers) }
}

/** Each question once; one that was refused is asked again. */
async function readShared(tx: Tx, asker: Asker, queries: readonly MetricQuery[], shared: SharedFigures): Promise<(MetricResult | Problem)[]> {
  const keyOf = (query: MetricQuery) => `${asker.restricted ? asker.staffId : ''} ${JSON.stringify(query)}`
  const asked = new Map(queries.map((query) => [keyOf(query), query]))
  const missing = [...asked].filter(([key]) => !shared.has(key))
  const found = missing.length === 0 ? [] : await readMetrics(tx, asker, missing.map(([, query]) => query))
  const answers = new Map(missing.map(([key], i) => [key, found[i]!]))
  for (const [key, answer] of answers) if (!('problem' in answer)) shared.set(key, answer)
  return queries.map((query) => shared.get(keyOf(query)) ?? answers.get(keyOf(query))!)
}

function dealOut(asked: readonly ({ block: ReportBlock } & BlockQueries)[], answers: readonly (MetricResult | Problem)[]): Answered[] {
  let next = 0
  const take = (queries: readonly MetricQuery[]) => answers.slice(next, next += queries.length)
  return asked.map(({ block, own, network }) => ({ block, own: take(own), network: take(network) }))
}

async function askerOf(tx: Tx, sight: string | null): Promise<Asker> {
  if (sight === null) return everybody
  const [person] = await tx.query<{ role: string }>('select role from staff where org_id = $1 and id = $2', [tx.orgId, sight], 'author-of-report')
  return { staffId: sight, restricted: true, ownOnly: person?.role === 'agent' }
}

async function fillBlocks(tx: Tx, wish: FillWish, figures: Figures): Promise<FilledBlock[]> {
  const blocks: FilledBlock[] = []
  for (const answered of figures.answered) {
    const filled = await fillBlock(tx, wish, figures, answered)
    if (filled !== null) blocks.push(filled)
  }
  return blocks
}

/** Null: there is nothing to tell, or its metric is gone, and nothing can be said of it but that (`problems`). */
async function fillBlock(tx: Tx, wish: FillWish, { infos, zone, days, now }: Figures, { block, own, network }: Answered): Promise<FilledBlock | null> {
  const words = reportWords[wish.language]
  const infosOf = (names: readonly string[]) => names.flatMap((name) => infos.get(name) ?? [])
  const rows = (limit: number): RowsAsked => ({
    from: startOfDay(days.from, zone), to: startOfDay(days.to, zone), zone, now, limit, where: wish.definition.where ?? null, scope: wish.scope,
    seenBy: wish.reader.held && wish.sight !== null && wish.sight !== wish.reader.staffId ? [wish.sight] : [],
  })
  switch (block.kind) {
    case 'text': case 'break': return block
    case 'tile': {
      const metrics = infosOf(block.tile.metrics)
      if (metrics.length < block.tile.metrics.length) return null
      return { id: block.id, kind: 'tile', title: tileTitle(block.tile, metrics, wish.language), tile: block.tile, metrics, results: own, network: network.length === 0 || sameFigures(own, network) ? null : network }
    }
    case 'summary': return { id: block.id, kind: 'summary', title: words.summary.title, sentences: block.metrics.flatMap((name, i) => (infos.has(name) ? [summarise(infos.get(name)!, own[i]!, wish.language)] : [])) }
    case 'ranking': {
      const metric = infos.get(block.metric)
      // Of one alone there is no order: a firm with one shop reads the same figure a second time.
      if (metric === undefined || isAlone(own[0]!)) return null
      return { id: block.id, kind: 'ranking', title: words.ranking(metric.label, block.by), metric, by: block.by, result: own[0]!, own: wish.scope !== null && dimensionOf(wish.scope) === block.by ? wish.scope.ids : [] }
    }
    case 'tickets': return { id: block.id, kind: 'tickets', title: words.tickets[block.what], ...await readTickets(tx, block.what, rows(block.limit), wish.language) }
    case 'comments': return { id: block.id, kind: 'comments', title: block.low ? words.comments.low : words.comments.all, ...await readComments(tx, block.low, rows(block.limit), wish.language, { restricted: wish.reader.held || wish.sight !== null, readsFeedback: wish.reader.readsFeedback }) }
    case 'loops': return {
      id: block.id, kind: 'loops', title: words.loops,
      ...await reportPorts().readLoops(tx, { from: startOfDay(days.from, zone), to: startOfDay(days.to, zone), limit: block.limit, language: wish.language, scope: wish.scope === null ? null : { dimension: dimensionOf(wish.scope), ids: wish.scope.ids } }),
    }
  }
}

const isAlone = (found: MetricResult | Problem) => !('problem' in found) && (found.groups ?? []).filter(({ key }) => key !== null).length < 2

/** One's own part is the whole: beside itself it says nothing. */
const sameFigures = (own: readonly (MetricResult | Problem)[], network: readonly (MetricResult | Problem)[]) =>
  own.every((result, i) => { const whole = network[i]; return !('problem' in result) && whole !== undefined && !('problem' in whole) && result.figure.n === whole.figure.n && result.figure.value === whole.figure.value })

/** A report of texts alone is not empty: it was written to be read. What a personal one says of the others makes it no fuller. */
function isEmpty(answered: readonly Answered[], blocks: readonly FilledBlock[], personal: boolean): boolean {
  const ofOthers = (block: ReportBlock) => personal && (block.kind === 'ranking' || (block.kind === 'tile' && block.tile.kind === 'network'))
  const figures = answered.filter(({ block }) => !ofOthers(block)).flatMap(({ own }) => own)
  const lists = blocks.filter((b) => b.kind === 'tickets' || b.kind === 'comments' || b.kind === 'loops')
  if (figures.length + lists.length === 0) return false
  return figures.every((r) => !('problem' in r) && r.figure.n === 0) && lists.every((list) => list.items.length === 0)
}
