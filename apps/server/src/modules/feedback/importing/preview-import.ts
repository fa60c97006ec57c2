import type { Static } from 'typebox'
import type { AnswerImport, ImportPreview } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readImport, readImported, type ReadImport } from './read-import.ts'
import { tellable } from './rules/refused-lines.ts'

const samples = 3
const longestSample = 200

/** What a file seems to hold, and which of its lines would be refused. Nothing is stored. @throws Refusal */
export async function previewImport(platform: Platform, actor: Actor, surveyId: string, given: Static<typeof AnswerImport>): Promise<Static<typeof ImportPreview>> {
  const read = await readImport(platform, actor, surveyId, given)
  const { headed, said, columns } = read
  const readable = columns.some((c) => 'known' in c.target && c.target.known === 'at') && columns.some((c) => 'question' in c.target) && (read.order !== null || read.dates === 'plain')
  const { refused } = readable ? await readImported(platform, actor, read) : { refused: [] }
  return {
    format: headed.format, rows: headed.rows.length, dates: datesOf(read), refused: tellable(refused),
    columns: headed.headings.map((heading, place) => ({ column: heading.name, sample: sampleOf(read, place), suggestion: said[place] ?? null })),
  }
}

const datesOf = ({ dates, order }: ReadImport): 'clear' | 'ambiguous' | 'mixed' | 'none' =>
  dates === null ? 'none' : dates === 'mixed' ? 'mixed' : dates === 'ambiguous' && order === null ? 'ambiguous' : 'clear'

function sampleOf({ headed }: ReadImport, place: number): string[] {
  const found = new Set<string>()
  for (const row of headed.rows) {
    const cell = (row.cells[place] ?? '').trim().slice(0, longestSample).toWellFormed().replaceAll('\0', '')
    if (cell !== '') found.add(cell)
    if (found.size === samples) break
  }
  return [...found]
}
