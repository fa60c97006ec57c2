import type { TileReads } from './use-reads.ts'

export type TileRefusal = { kind: 'gone' } | { kind: 'filter' | 'cut'; dimension: string }

/** What the server refuses of a tile whatever the moment, so that it can be said in the person's language; null: something else went wrong. */
export function refusalOf({ code, detail }: Pick<NonNullable<TileReads['problem']>, 'code' | 'detail'>): TileRefusal | null {
  if (code === 'not-found') return { kind: 'gone' }
  const [, verb, dimension] = /^This metric cannot be (cut|filtered) by ([\w:-]+),/.exec(detail) ?? []
  return dimension === undefined ? null : { kind: verb === 'cut' ? 'cut' : 'filter', dimension }
}
