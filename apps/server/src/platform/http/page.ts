// Keyset paging: a cursor holds the sort values of the last row, so page 2,000 costs what page 1 costs
// and rows that arrive meanwhile do not shift the pages.
import { Refusal } from './refusal.ts'

export const encodeCursor = (values: readonly (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** @throws Refusal `invalid-cursor` unless it holds exactly `length` values. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((v) => typeof v === 'string' || typeof v === 'number')) return values
  } catch {
    // said below
  }
  throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next", with the same sort, or leave it out to begin anew.')
}

/** Ask for one row more than wanted; this cuts it off and makes the cursor of the next page. */
export function toPage<Row, Item>(rows: readonly Row[], limit: number, present: (row: Row) => Item, keyOf: (row: Row) => (string | number)[]): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}

export { isId } from '../id.ts'
