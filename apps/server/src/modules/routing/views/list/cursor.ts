// Where a page ended: group, sort key, id. The same for every order and every road on which a page is found.
import { decodeCursor, isId } from '../../../../platform/http/page.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'

export interface After { group: string; sort: bigint; id: string }

/** @throws Refusal `invalid-cursor` */
export function readCursor(cursor: string | undefined): After | null {
  if (cursor === undefined) return null
  const [group, sort, id] = decodeCursor(cursor, 3)
  if (typeof group !== 'string' || group.length > 100 || group.includes('\0') || typeof sort !== 'string' || !/^-?\d{1,18}$/.test(sort) && !/^-?[1-8]\d{18}$/.test(sort) || typeof id !== 'string' || !isId(id)) {
    throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next", with the same sort, or leave it out to begin anew.')
  }
  return { group, sort: BigInt(sort), id }
}
