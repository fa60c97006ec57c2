// What a report may hold: everything is looked at before anything is saved.
import type { Conditions, ReportBlock, ReportDefinition, ReportProblem, ReportScope } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { checkCut, checkWhere, describeMetrics, joinConditions, readCatalogue, tileFault, type Catalogue } from '../../insight/index.ts'
import { blockQueries, metricsOf } from '../filling/block-queries.ts'
import { problem } from '../receivers/problem.ts'
import { scopeWhere } from '../receivers/scopes.ts'

/** Figures of one report: a page of forty tiles takes a second; a report that asks for more is read by nobody. */
export const mostFigures = 120

/** As it is stored. @throws Refusal with one sentence for the first thing that is wrong */
export async function checkDefinition(tx: Tx, given: ReportDefinition, author: { access: 'everything' | 'granted' }): Promise<ReportDefinition> {
  refusePersonal(given.personal, author)
  const catalogue = await readCatalogue(tx)
  // One line: it is the subject of the mail.
  const title = storable(given.title).replace(/\s+/g, ' ').trim()
  if (title === '') throw new Refusal('invalid-input', 'The title is empty: it stands at the head of the report and in the subject of the mail.', { 'definition.title': 'is empty' })
  const ids = given.blocks.map((b) => b.id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw new Refusal('invalid-input', `Two blocks are called ${JSON.stringify(twice)}: give each its own id.`, { 'definition.blocks': 'holds an id twice' })
  for (const [i, block] of given.blocks.entries()) {
    const fault = blockFault(block, catalogue)
    if (fault !== null) throw new Refusal('invalid-input', `Block ${i + 1}: ${fault}`, { [`definition.blocks.${i}`]: fault })
    await checkConditions(tx, given, block, i)
  }
  await checkRankings(tx, given)
  if (given.where) await checkWhere(tx, narrowed(given, null), 'definition.where')
  const figures = given.blocks.flatMap((block) => blockQueries(block, given, null, { from: '2020-01-01', to: '2020-01-02' }).own).length
  if (figures > mostFigures) throw new Refusal('invalid-input', `This report asks for ${figures} figures, and one holds ${mostFigures} at most: leave some out, or make two reports of it.`, { 'definition.blocks': 'asks for too many figures' })
  return { ...given, title, blocks: given.blocks.map(cleaned) }
}

/** @throws Refusal `not-allowed` */
export function refusePersonal(personal: ReportDefinition['personal'], { access }: { access: 'everything' | 'granted' }): void {
  if (personal === 'nobody' || access === 'everything') return
  throw new Refusal('not-allowed', 'A personal report shows each recipient their own part of everything: it is composed by somebody who sees everything. Make it a report for all instead, of what you see yourself.', { 'definition.personal': 'needs an author who sees everything' })
}

/** What in a stored one does not hold any more. */
export const faultsOf = (definition: ReportDefinition, catalogue: Catalogue): ReportProblem[] => definition.blocks.flatMap((block, i) => {
  const fault = blockFault(block, catalogue)
  return fault === null ? [] : [problem('block', `Block ${i + 1}: ${fault}`, { block: i + 1 })]
})

function blockFault(block: ReportBlock, catalogue: Catalogue): string | null {
  if (block.kind === 'tile') {
    if (block.tile.kind === 'warnings') return 'warnings stand on a dashboard: put a summary of the metrics here instead.'
    if (block.tile.kind === 'text') return 'texts of a report are blocks of their own: use the kind "text".'
    return tileFault(block.tile, catalogue)
  }
  if (block.kind === 'text' && block.text.trim() === '') return 'the text is empty.'
  const unknown = metricsOf(block).find((name) => !catalogue.has(name))
  return unknown === undefined ? null : `there is no metric ${JSON.stringify(unknown)}: choose one of /metrics.`
}

async function checkConditions(tx: Tx, given: ReportDefinition, block: ReportBlock, i: number): Promise<void> {
  if (block.kind !== 'tile') return
  if (block.tile.by) await checkCut(tx, block.tile.by, `definition.blocks.${i}.tile.by`)
  if (block.tile.where) {
    await checkWhere(tx, block.tile.where, `definition.blocks.${i}.tile.where`)
    await checkWhere(tx, joinConditions(narrowed(given, null), block.tile.where), `definition.blocks.${i}.tile.where`)
  }
}

/** As deep as it will be asked: with the scope of a recipient around it. */
function narrowed(given: ReportDefinition, scope: ReportScope | null): Conditions | null {
  const all = given.where ?? null
  if (given.personal === 'nobody') return all
  const id = newId()
  return joinConditions(all, scopeWhere(scope ?? { by: given.personal, key: id, ids: [id], name: '' }))
}

async function checkRankings(tx: Tx, given: ReportDefinition): Promise<void> {
  const rankings = given.blocks.flatMap((block, i) => (block.kind === 'ranking' ? [{ block, i }] : []))
  if (rankings.length === 0) return
  const infos = new Map((await describeMetrics(tx, [...new Set(rankings.map(({ block }) => block.metric))], 'en')).map((info) => [info.name, info]))
  for (const { block, i } of rankings) {
    if (infos.get(block.metric)!.dimensions.includes(block.by)) continue
    throw new Refusal('invalid-input', `Block ${i + 1}: the metric ${block.metric} does not know by ${block.by}; it can be ranked by ${infos.get(block.metric)!.dimensions.filter((d) => d === 'location' || d === 'team' || d === 'staff').join(', ') || 'nothing'}.`, { [`definition.blocks.${i}.by`]: 'is no dimension of this metric' })
  }
}

function cleaned(block: ReportBlock): ReportBlock {
  if (block.kind === 'text') return { ...block, text: storable(block.text) }
  if (block.kind !== 'tile') return block
  const { title, ...tile } = block.tile
  return { ...block, tile: { ...tile, ...(title === undefined ? {} : { title: storable(title).trim() }) } }
}
