// The tree of contact reasons: at most six deep, without loops, and no two siblings in use of one name.
import { Refusal } from '../../../../platform/http/refusal.ts'
import { refuseTakenName, sameName } from '../../rules/name.ts'
import type { ReasonRow } from '../queries.ts'

export const deepest = 6
const mostReasons = 2000

/** Depth-first, so that whoever reads down the list reads the tree; siblings keep their order. */
export function inTreeOrder(reasons: readonly ReasonRow[]): ReasonRow[] {
  const below = Map.groupBy(reasons, (r) => r.parentId)
  const walk = (parentId: string | null): ReasonRow[] => (below.get(parentId) ?? []).flatMap((r) => [r, ...walk(r.id)])
  return walk(null)
}

export const isWithin = (reason: Pick<ReasonRow, 'path'>, ancestorId: string): boolean => reason.path.includes(ancestorId)
const siblingsIn = (all: readonly ReasonRow[], parentId: string | null, but: string | null) => all.filter((r) => r.parentId === parentId && r.id !== but)
/** How many levels hang below, itself counted. */
const height = (all: readonly ReasonRow[], reason: ReasonRow) => Math.max(...all.filter((r) => isWithin(r, reason.id)).map((r) => r.path.length)) - reason.path.length + 1

/** Answers the parent, null at the root. @throws Refusal unless a reason may be put below it. */
export function checkParent(all: readonly ReasonRow[], parentId: string | null): ReasonRow | null {
  if (parentId === null) return null
  const parent = all.find((r) => r.id === parentId)
  if (parent === undefined) throw new Refusal('invalid-input', 'There is no such reason to put it under: choose one of the list.', { parentId: 'is not a known reason' })
  if (parent.retired) throw new Refusal('cannot-do', `"${parent.name}" is retired: choose a reason in use to put it under.`, { parentId: 'is retired' })
  return parent
}

/** @throws Refusal */
export function checkNew(all: readonly ReasonRow[], parent: ReasonRow | null, name: string): void {
  if (all.length >= mostReasons) throw new Refusal('cannot-do', `There are ${mostReasons} reasons already: merge or rename some instead.`)
  refuseTooDeep((parent?.path.length ?? 0) + 1)
  refuseTakenName('reason here', name, siblingsIn(all, parent?.id ?? null, null))
}

/** @throws Refusal when `reason`, called `name` from now on, may not stand below `parent`. */
export function checkPlace(all: readonly ReasonRow[], reason: ReasonRow, parent: ReasonRow | null, name: string, retired: boolean): void {
  if (parent !== null && isWithin(parent, reason.id)) throw new Refusal('cannot-do', `"${reason.name}" cannot be put under itself or what stands below it: choose another place.`, { parentId: 'makes a loop' })
  refuseTooDeep((parent?.path.length ?? 0) + height(all, reason))
  if (!retired) refuseTakenName('reason here', name, siblingsIn(all, parent?.id ?? null, reason.id))
}

/** @throws Refusal */
export function checkRetiring(all: readonly ReasonRow[], reason: ReasonRow, retired: boolean): void {
  if (retired === reason.retired) return
  if (retired) {
    const inUse = all.filter((r) => r.parentId === reason.id && !r.retired).length
    if (inUse > 0) throw new Refusal('cannot-do', `Below "${reason.name}" stand reasons in use: retire or move these first.`, { retired: `has ${inUse} below it in use` })
    return
  }
  const into = all.find((r) => r.id === reason.mergedIntoId)
  if (into) throw new Refusal('cannot-do', `"${reason.name}" was merged into "${into.name}", and its tickets with it: add a new reason instead.`, { retired: 'was merged' })
}

/** @throws Refusal when `reason` may not be merged into the reason with the id `intoId`; answers that one. */
export function checkMerge(all: readonly ReasonRow[], reason: ReasonRow, intoId: string): ReasonRow {
  const refuse = (sentence: string, what: string) => new Refusal('cannot-do', sentence, { intoId: what })
  const into = all.find((r) => r.id === intoId)
  if (into === undefined) throw new Refusal('invalid-input', 'There is no such reason to merge into: choose one of the list.', { intoId: 'is not a known reason' })
  if (reason.mergedIntoId !== null) throw refuse(`"${reason.name}" has been merged already.`, 'comes too late')
  if (into.id === reason.id) throw refuse('A reason cannot be merged into itself: choose another.', 'is the same reason')
  if (isWithin(into, reason.id)) throw refuse(`"${into.name}" stands below "${reason.name}": move it elsewhere first, or merge the other way round.`, 'stands below')
  if (into.retired) throw refuse(`"${into.name}" is retired: choose a reason in use.`, 'is retired')
  refuseTooDeep(into.path.length + height(all, reason) - 1)
  const moving = all.filter((r) => r.parentId === reason.id && !r.retired)
  const clash = moving.find((m) => all.some((r) => r.parentId === into.id && r.id !== reason.id && !r.retired && sameName(r.name, m.name)))
  if (clash) throw refuse(`Both have a reason called "${clash.name}" below them: merge these two first.`, 'has a reason of the same name below')
  return into
}

function refuseTooDeep(levels: number) {
  if (levels > deepest) throw new Refusal('cannot-do', `Reasons go ${deepest} levels deep at most: choose a place nearer to the root.`, { parentId: 'is too deep' })
}
