// What is done to a report while it is edited. Pure; every act makes a new draft.
import type { NewReport, Part, Report, ReportBlock, ReportDefinition, ReportRecipient, Tile } from '@kontuar/contracts'
import { moved } from '../../../ui/sortable/moved.ts'

export interface Draft { name: string; definition: ReportDefinition; schedule: Report['schedule']; recipients: ReportRecipient[]; formats: Report['formats']; comment: string; active: boolean }
export type Personal = ReportDefinition['personal']
export type PlainBlock = Exclude<ReportBlock['kind'], 'tile'>

export const personals = ['nobody', 'location', 'region', 'team', 'staff'] as const satisfies readonly Personal[]
export const plainBlocks = ['text', 'summary', 'ranking', 'tickets', 'comments', 'loops', 'break'] as const satisfies readonly PlainBlock[]
/** As many as the server takes. */
export const atMost = 40
/** Whoever has a part in what the report is about; the server holds to the same. */
export const partsOf: Record<Personal, readonly Part[]> = {
  nobody: ['location-manager', 'region-manager', 'team-manager', 'team'], location: ['location-manager', 'region-manager', 'team-manager', 'team'],
  region: ['region-manager'], team: ['team-manager', 'team'], staff: ['location-manager', 'region-manager', 'team-manager', 'team'],
}

export const emptyDraft: Draft = { name: '', definition: { title: '', blocks: [], period: 'last-week', compare: 'before', personal: 'nobody' }, schedule: null, recipients: [], formats: ['mail', 'pdf', 'link'], comment: '', active: true }
export const draftOf = ({ name, definition, schedule, recipients, formats, comment, active }: Report): Draft => ({ name, definition, schedule, recipients: [...recipients], formats: [...formats], comment, active })

const withBlocks = (draft: Draft, blocks: ReportBlock[]): Draft => ({ ...draft, definition: { ...draft.definition, blocks } })

/** An id that no block of the report has. */
export function freshId(blocks: readonly ReportBlock[]): string {
  for (let n = blocks.length + 1; ; n += 1) if (!blocks.some(({ id }) => id === `b${n}`)) return `b${n}`
}
export const addTile = (draft: Draft, tile: Omit<Tile, 'id'>): Draft => withBlocks(draft, [...draft.definition.blocks, { id: freshId(draft.definition.blocks), kind: 'tile', tile: { ...tile, id: 't' } }])
export const addBlock = (draft: Draft, kind: PlainBlock): Draft => withBlocks(draft, [...draft.definition.blocks, blockFor(kind, freshId(draft.definition.blocks))])
export const moveBlock = (draft: Draft, from: number, to: number): Draft => withBlocks(draft, moved(draft.definition.blocks, from, to))
export const removeBlock = (draft: Draft, id: string): Draft => withBlocks(draft, draft.definition.blocks.filter((block) => block.id !== id))
export const changeBlock = (draft: Draft, next: ReportBlock): Draft => withBlocks(draft, draft.definition.blocks.map((block) => (block.id === next.id ? next : block)))

function blockFor(kind: PlainBlock, id: string): ReportBlock {
  switch (kind) {
    case 'text': return { id, kind, text: '' }
    case 'summary': return { id, kind, metrics: [] }
    case 'ranking': return { id, kind, metric: '', by: 'location' }
    case 'tickets': return { id, kind, what: 'overdue', limit: 15 }
    case 'comments': return { id, kind, limit: 15, low: true }
    case 'loops': return { id, kind, limit: 15 }
    case 'break': return { id, kind }
  }
}

/** For whom it is personal, and the recipients that still fit: a manager of a location gets no report of a region. */
export function changePersonal(draft: Draft, personal: Personal): Draft {
  const withoutScope = (recipient: ReportRecipient): ReportRecipient => { if (recipient.to !== 'address') return recipient; const { scopeId: _, ...rest } = recipient; return rest }
  const fits = ({ to }: ReportRecipient) => !(partsOf.nobody as readonly string[]).includes(to) || (partsOf[personal] as readonly string[]).includes(to)
  return { ...draft, definition: { ...draft.definition, personal }, recipients: draft.recipients.filter(fits).map((recipient) => (personal === draft.definition.personal ? recipient : withoutScope(recipient))) }
}

/** Each once. */
export function addRecipient(draft: Draft, recipient: ReportRecipient): Draft {
  const key = (each: ReportRecipient) => JSON.stringify(each).toLowerCase()
  return draft.recipients.some((each) => key(each) === key(recipient)) ? draft : { ...draft, recipients: [...draft.recipients, recipient] }
}

/** What is still missing in a block before it can be saved; null: nothing. @param tileLack of a tile, as numbers say it */
export function lackOfBlock(block: ReportBlock, tileLack: (tile: Tile) => string | null): 'tile' | 'text' | 'metrics' | null {
  switch (block.kind) {
    case 'tile': return tileLack(block.tile) === null ? null : 'tile'
    case 'text': return block.text.trim() === '' ? 'text' : null
    case 'summary': return block.metrics.length === 0 ? 'metrics' : null
    case 'ranking': return block.metric === '' ? 'metrics' : null
    default: return null
  }
}

/** As it is sent: without a title of its own the report is called as in the list. */
export const bodyOf = ({ name, definition, ...rest }: Draft): NewReport => ({ ...rest, name: name.trim(), definition: { ...definition, title: definition.title.trim() || name.trim() } })
