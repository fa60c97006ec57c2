// Guards the tree of reasons: no loop, no name twice among siblings, six levels, and nothing under what is retired.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { ReasonRow } from '../queries.ts'
import { checkMerge, checkNew, checkParent, checkPlace, checkRetiring, inTreeOrder } from './tree.ts'

const reason = (path: string, more: Partial<ReasonRow> = {}): ReasonRow => {
  const ids = path.split('/')
  return { id: ids.at(-1)!, parentId: ids.at(-2) ?? null, path: ids, name: ids.at(-1)!, readyMade: null, position: 1, retired: false, mergedIntoId: null, ...more }
}
const all = [
  reason('order'), reason('order/late'), reason('order/late/lost'), reason('order/change'), reason('delivery'), reason('delivery/slow', { name: 'LATE' }), reason('old', { retired: true }), reason('old/older', { retired: true }),
  reason('gone', { retired: true, mergedIntoId: 'order' }), reason('a'), reason('a/b'), reason('a/b/c'), reason('a/b/c/d'), reason('a/b/c/d/e'), reason('a/b/c/d/e/f'),
]
const get = (id: string) => all.find((r) => r.id === id)!
const sentenceOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  return null
}
const move = (id: string, parentId: string | null, name = get(id).name) => () => checkPlace(all, get(id), checkParent(all, parentId), name, get(id).retired)
const add = (parentId: string | null, name: string) => () => checkNew(all, checkParent(all, parentId), name)
const retire = (id: string, retired = true) => () => checkRetiring(all, get(id), retired)
const merge = (id: string, into: string) => () => checkMerge(all, get(id), into)

describe('the tree refuses', () => {
  test.each<[string, () => unknown, RegExp | null]>([
    ['nothing when a branch moves elsewhere', move('late', 'a'), null], ['nothing at the root', move('late', null), null], ['nothing when a name is free here', add('order', 'slow'), null], ['nothing when the name is a retired one', add(null, 'old'), null],
    ['itself as parent', move('order', 'order'), /under itself/], ['its grandchild as parent', move('order', 'lost'), /under itself/],
    ['an unknown parent', move('order', 'nobody'), /no such reason/], ['a key of every object as parent', add('__proto__', 'x'), /no such reason/], ['a retired parent', add('old', 'x'), /"old" is retired/],
    ['a seventh level', add('f', 'g'), /6 levels deep/], ['a branch that reaches the seventh', move('order', 'd'), /6 levels deep/], ['nothing at the sixth', move('change', 'e'), null],
    ['a name twice, in another case', add('order', 'LATE'), /called "late"/], ['a move next to its namesake', move('late', 'delivery'), /called "LATE"/], ['a rename to its neighbour', move('change', 'order', 'Late'), /called "late"/],
    ['to retire what has children in use', retire('order'), /retire or move these first/], ['nothing when the children are retired', retire('old', false), null], ['to bring back what was merged', retire('gone', false), /merged into "order"/],
    ['nothing that changes nothing', retire('order', false), null],
    ['a merge into itself', merge('order', 'order'), /into itself/], ['a merge into what stands below', merge('order', 'lost'), /stands below/], ['a merge into nothing', merge('order', 'nobody'), /no such reason/], ['a merge into what is retired', merge('a', 'old'), /is retired/],
    ['a merge twice', merge('gone', 'a'), /merged already/], ['a merge of two with children of one name', merge('delivery', 'order'), /called "LATE" below/], ['nothing when a child becomes its parent', merge('late', 'order'), null],
    ['nothing when a retired one is merged', merge('old', 'a'), null], ['a merge that reaches the seventh level', merge('order', 'e'), /6 levels deep/],
  ])('%s', (_what, act, sentence) => (sentence === null ? expect(sentenceOf(act)).toBeNull() : expect(sentenceOf(act)).toMatch(sentence)))
  test('the two-thousand-and-first reason', () => {
    expect(sentenceOf(() => checkNew(Array.from({ length: 2000 }, (_, i) => reason(`r${i}`)), null, 'x'))).toMatch(/2000 reasons already/)
  })
})

test('the list reads down the tree, whatever order it comes in', () => {
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
    const listed = inTreeOrder(shuffled)
    expect(listed).toHaveLength(all.length)
    listed.forEach((r, i) => {
      // Each stands right below its parent, or below what its parent's earlier children hold.
      if (r.parentId !== null) expect(listed.slice(0, i).findLast((earlier) => earlier.path.length < r.path.length)?.id).toBe(r.parentId)
    })
  }))
})
