// The options of a choice or a tree while they are edited. Nothing that somebody may have chosen disappears: an option the
// server knows is retired, only one added just now is taken away.
import type { CustomField } from '@kontuar/contracts'
import { moved } from '../../../ui/sortable/moved.ts'

export type Option = CustomField['options'][number]
const deepest = 6

/** Level from the root, 0 there. */
export function depthOf(options: readonly Option[], option: Option): number {
  let depth = 0
  for (let above = option.parentId; typeof above === 'string' && depth < deepest; depth++) above = options.find(({ id }) => id === above)?.parentId
  return depth
}

/** Parents before their children, siblings in their order. */
export function inOrder(options: readonly Option[]): Option[] {
  const known = new Set(options.map(({ id }) => id))
  const below = Map.groupBy(options, ({ parentId }) => (typeof parentId === 'string' && known.has(parentId) ? parentId : null))
  const walk = (parentId: string | null, depth: number): Option[] => (depth > deepest ? [] : (below.get(parentId) ?? []).flatMap((option) => [option, ...walk(option.id, depth + 1)]))
  return walk(null, 0)
}

/** `by`: -1 one place up among its siblings in use, 1 one down. */
export function shifted(options: readonly Option[], id: string, by: -1 | 1): Option[] {
  const option = options.find((each) => each.id === id)
  if (option === undefined) return [...options]
  const siblings = options.filter((each) => (each.parentId ?? null) === (option.parentId ?? null) && !each.retired)
  const other = siblings[siblings.indexOf(option) + by]
  return other === undefined ? [...options] : inOrder(moved(options, options.indexOf(option), options.indexOf(other)))
}

/** Without it and what stands below; those in `stored` stay, retired. */
export function without(options: readonly Option[], id: string, stored: readonly Option[]): Option[] {
  const gone = new Set([id])
  for (const option of inOrder(options)) if (typeof option.parentId === 'string' && gone.has(option.parentId)) gone.add(option.id)
  return options.flatMap((option) => (!gone.has(option.id) ? [option] : stored.some((each) => each.id === option.id) ? [{ ...option, retired: true }] : []))
}

/** Back in use, with what stands above it. */
export function broughtBack(options: readonly Option[], id: string): Option[] {
  const back = new Set<string>()
  for (let at: string | null | undefined = id; typeof at === 'string' && !back.has(at); at = options.find((each) => each.id === at)?.parentId) back.add(at)
  return options.map((option) => {
    if (!back.has(option.id)) return option
    const { retired: _, ...used } = option
    return used
  })
}

/** The first name that two siblings in use share, else null. */
export function twice(options: readonly Option[]): string | null {
  const seen = new Set<string>()
  for (const { name, parentId, retired } of options) {
    const key = `${parentId ?? ''}\n${name.trim().normalize('NFKC').toLowerCase()}`
    if (!retired && seen.has(key)) return name.trim()
    if (!retired) seen.add(key)
  }
  return null
}
