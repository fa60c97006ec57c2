// Guards that a ticket's stays follow from its diary: without holes while it was open, never two at once, and right
// also where something happened that left no entry.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveStays, type Stay, type StayChange, type TicketNow } from './derive-stays.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 16, 10, minutes))
const ticket = (given: Partial<TicketNow> = {}): TicketNow => ({ id: 't', createdAt: at(0), queueId: 'a', assigneeId: null, closed: false, closedAt: null, ...given })
const brief = (stays: readonly Stay[]) => stays.map((s) => `${s.queueId ?? '-'}/${s.assigneeId ?? '-'} ${minute(s.enteredAt)}–${s.leftAt ? minute(s.leftAt) : ''}`)
const minute = (date: Date) => (date.getTime() - at(0).getTime()) / 60_000

type Case = [string, TicketNow, Omit<StayChange, 'id'>[], string[]]
describe('the stays', () => {
  test.each<Case>([
    ['of a new ticket begin with it', ticket(), [], ['a/- 0–']],
    ['follow the queue', ticket({ queueId: 'b' }), [{ at: at(5), queueId: ['a', 'b'] }], ['a/- 0–5', 'b/- 5–']],
    ['follow the owner', ticket({ assigneeId: 'ewa' }), [{ at: at(5), assigneeId: [null, 'ewa'] }], ['a/- 0–5', 'a/ewa 5–']],
    ['follow both at once', ticket({ queueId: 'b' }), [{ at: at(5), assigneeId: [null, 'ewa'] }, { at: at(9), queueId: ['a', 'b'], assigneeId: ['ewa', null] }], ['a/- 0–5', 'a/ewa 5–9', 'b/- 9–']],
    ['end when it closes', ticket({ closed: true, closedAt: at(7) }), [{ at: at(7), closed: [false, true] }], ['a/- 0–7']],
    ['go on when it reopens, with the time between left out', ticket(), [{ at: at(7), closed: [false, true] }, { at: at(20), closed: [true, false] }], ['a/- 0–7', 'a/- 20–']],
    ['of one that changed hands while closed begin with the new hands', ticket({ assigneeId: 'jan' }), [{ at: at(7), closed: [false, true] }, { at: at(8), assigneeId: [null, 'jan'] }, { at: at(20), closed: [true, false] }], ['a/- 0–7', 'a/jan 20–']],
    ['do not mind a status that stays open', ticket(), [{ at: at(7), closed: [false, false] }], ['a/- 0–']],
    ['forget an answer that was taken back', ticket(), [{ at: at(5), assigneeId: [null, 'ewa'], closed: [false, true] }], ['a/- 0–']],
    ['forget it also when more happened since', ticket({ assigneeId: 'jan' }), [{ at: at(5), assigneeId: [null, 'ewa'] }, { at: at(9), assigneeId: [null, 'jan'] }], ['a/- 0–9', 'a/jan 9–']],
    ['of a ticket from before there were queues begin where it stands', ticket({ queueId: 'a', closed: true, closedAt: at(30) }), [{ at: at(5), assigneeId: [null, null] }], ['a/- 0–30']],
    ['end with a closing that left no entry', ticket({ closed: true, closedAt: at(30) }), [], ['a/- 0–30']],
    ['went on through a reopening that left no entry', ticket(), [{ at: at(7), closed: [false, true] }], ['a/- 0–']],
    ['went on also when it closed again', ticket({ closed: true, closedAt: at(30) }), [{ at: at(7), closed: [false, true] }, { at: at(30), closed: [false, true] }], ['a/- 0–30']],
    ['bear a clock that runs behind', ticket({ queueId: 'b' }), [{ at: at(-3), queueId: ['a', 'b'] }], ['a/- 0–0', 'b/- 0–']],
    ['bear a ticket without a queue', ticket({ queueId: null }), [{ at: at(3), queueId: ['a', null] }], ['a/- 0–3', '-/- 3–']],
  ])('%s', (_what, now, changes, expected) => {
    expect(brief(deriveStays(now, changes.map((c, i) => ({ ...c, id: `e${i}` }))))).toEqual(expected)
  })

  test('follow one another without overlap, the last one open exactly while the ticket is, whatever the diary says', () => {
    const who = fc.constantFrom('a', 'b', null)
    const pair = <T>(of: fc.Arbitrary<T>) => fc.option(fc.tuple(of, of), { nil: undefined })
    const change = fc.record({ minutes: fc.integer({ min: -5, max: 90 }), queueId: pair(who), assigneeId: pair(who), closed: pair(fc.boolean()) })
    fc.assert(fc.property(fc.array(change, { maxLength: 12 }), who, who, fc.boolean(), (changes, queueId, assigneeId, closed) => {
      const told = changes.map(({ minutes, ...c }, i) => ({ id: `e${i}`, at: at(minutes), ...Object.fromEntries(Object.entries(c).filter(([, v]) => v !== undefined)) }))
      const stays = deriveStays(ticket({ queueId, assigneeId, closed, closedAt: closed ? at(95) : null }), told)
      expect(new Set(stays.map((s) => s.id)).size).toBe(stays.length)
      stays.forEach((s, i) => {
        if (s.leftAt) expect(s.leftAt.getTime()).toBeGreaterThanOrEqual(s.enteredAt.getTime())
        if (i > 0) expect(s.enteredAt.getTime()).toBeGreaterThanOrEqual(stays[i - 1]!.leftAt!.getTime())
      })
      const last = stays.at(-1)!
      expect(last.leftAt === null).toBe(!closed)
      if (!closed) expect([last.queueId, last.assigneeId]).toEqual([queueId, assigneeId])
    }))
  })
})
