// Guards that a website asks where, whom and when it was told, and nobody twice.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { watchScroll } from './leaving.ts'
import { matchesPage } from './matches-page.ts'
import { visitor, type Keep } from './visitor.ts'

describe('pages', () => {
  test.each([
    ['/anything', [], true], ['/', ['/'], true], ['/a', ['/'], false], ['/basket/1', ['/basket/*'], true], ['/basket', ['/basket/*'], false], ['/pl/basket/done', ['/*/basket/*'], true], ['/a.html', ['*.html'], true],
    ['/a.htm', ['*.html'], false], ['/aba', ['/ab*ba'], false], ['/abba', ['/ab*ba'], true], ['/x', ['/y', '/x'], true], ['/a+b', ['/a+b'], true], ['/aab', ['/a+b'], false],
  ])('%s of %j: %s', (path, pages, expected) => {
    expect(matchesPage(path, pages)).toBe(expected)
  })

  test('a pattern of stars takes no longer than any other', () => {
    expect(matchesPage(`/${'a'.repeat(5000)}`, [`/${'*a'.repeat(200)}*b`])).toBe(false)
  })

  test('a star stands for any stretch', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z/.]{0,6}$/), { minLength: 1, maxLength: 5 }), fc.array(fc.stringMatching(/^[a-z/.]{0,6}$/), { minLength: 5, maxLength: 5 }), (pieces, between) => {
      const path = pieces.map((piece, i) => (i === 0 ? piece : between[i]! + piece)).join('')
      expect(matchesPage(path, [pieces.join('*')])).toBe(true)
    }))
  })
})

const storage = (): Keep & { kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
const refusing = (): Keep => { throw new DOMException('The operation is insecure.') }
const day = 86_400_000

describe('a visitor', () => {
  const come = (keeps: (() => Keep)[], given: { at?: number; random?: number; share?: number; again?: number | null; first?: boolean } = {}) =>
    visitor('kontuar:x', { againAfterDays: given.again === undefined ? 90 : given.again, share: given.share ?? 1 }, keeps, given.at ?? 1000 * day, given.random ?? 0.5, given.first ?? false)

  test('is asked once, and again after so many days', () => {
    const keep = storage()
    const first = come([() => keep])
    expect(first.chosen()).toBe(true)
    // Chosen and not asked yet: on the next page still.
    expect(come([() => keep]).chosen()).toBe(true)
    first.asked()
    expect(come([() => keep], { at: 1000 * day + 89 * day }).chosen()).toBe(false)
    expect(come([() => keep], { at: 1000 * day + 90 * day }).chosen()).toBe(true)
  })

  test('asked once and for all is never asked again', () => {
    const keep = storage()
    come([() => keep], { again: null }).asked()
    expect(come([() => keep], { again: null, at: 9000 * day }).chosen()).toBe(false)
  })

  test('who is not of the share stays out, however many pages they open', () => {
    const keep = storage()
    expect(come([() => keep], { share: 0.1, random: 0.1 }).chosen()).toBe(false)
    expect(come([() => keep], { share: 0.1, random: 0.01 }).chosen()).toBe(false)
    expect(come([() => storage()], { share: 0.1, random: 0.09 }).chosen()).toBe(true)
    expect(come([() => storage()], { share: 0, random: 0 }).chosen()).toBe(false)
  })

  test('whose browser keeps nothing for long is asked once a session', () => {
    const session = storage()
    const keeps = [refusing, () => session]
    const first = come(keeps)
    expect(first.chosen()).toBe(true)
    first.asked()
    expect(come(keeps).chosen()).toBe(false)
  })

  test('whose browser keeps nothing at all is asked on the first page of a visit alone, and once there', () => {
    const first = come([refusing, refusing], { first: true })
    expect(first.chosen()).toBe(true)
    first.asked()
    expect(first.chosen()).toBe(false)
    expect(come([refusing, refusing], { first: false }).chosen()).toBe(false)
  })

  test('with anything else under the key is taken for a new one', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const keep = storage()
      keep.kept.set('kontuar:x', text)
      expect(typeof come([() => keep]).chosen()).toBe('boolean')
    }))
  })
})

describe('leaving by touch', () => {
  test('is a fast way up after reading down, and no slow one', () => {
    const fast = watchScroll()
    expect([0, 400, 900].map((y, i) => fast(y, 2000, i * 100))).toEqual([false, false, false])
    expect([700, 500].map((y, i) => fast(y, 2000, 300 + i * 80))).toEqual([false, true])
    const slow = watchScroll()
    slow(1000, 2000, 0)
    expect(Array.from({ length: 10 }, (_, i) => slow(1000 - i * 100, 2000, i * 250)).some(Boolean)).toBe(false)
    const top = watchScroll()
    top(400, 4000, 0)
    expect(top(0, 4000, 50)).toBe(false)
  })
})
