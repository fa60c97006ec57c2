import type { Path, Say } from './check-texts.ts'
import { quote } from './problems.ts'

/**
 * Ids stand in field names, in the tally and in exports: letters, digits, "-", "_". None that every object inherits, so
 * that a list by id can be a plain object.
 */
export function checkId(id: unknown, taken: Set<string>, path: Path, name: string, say: Say): void {
  if (typeof id !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,39}$/.test(id) || id in {}) return say([...path, 'id'], 'wrong-id', `${name} needs an id of letters, digits, "-" and "_", 40 at most, beginning with a letter or digit.`)
  if (taken.has(id)) return say([...path, 'id'], 'taken-id', `${name} has the id ${quote(id)}, which another one has: give it its own.`)
  taken.add(id)
}
