// Guards what may be said of a person's skills and capacity.
import { describe, expect, test } from 'vitest'
import type { Ability } from '@kontuar/contracts'
import { checkAbility } from './check-ability.ts'

const ability = (given: Partial<Ability> = {}): Ability => ({ skills: [], capacity: { total: null, byChannel: {} }, shiftCalendarId: null, ...given })
const tag = '019a8f00-0000-7000-8000-00000000ABCD'

test('languages are kept by their usual spelling, each skill once', () => {
  expect(checkAbility(ability({ skills: [{ kind: 'language', value: 'PL' }, { kind: 'language', value: 'pl' }, { kind: 'language', value: 'en-gb' }, { kind: 'channel', value: 'email' }, { kind: 'product', value: tag }] })).skills)
    .toEqual([{ kind: 'language', value: 'pl' }, { kind: 'language', value: 'en-GB' }, { kind: 'channel', value: 'email' }, { kind: 'product', value: tag.toLowerCase() }])
})

describe('refused', () => {
  test.each<[string, Partial<Ability>, string]>([
    ['a language that is none', { skills: [{ kind: 'language', value: 'po polsku' }] }, 'skills'],
    ['a channel with strange letters', { skills: [{ kind: 'channel', value: 'E-mail; drop' }] }, 'skills'],
    ['a product that is no tag', { skills: [{ kind: 'product', value: 'buty' }] }, 'skills'],
    ['the sign for all channels as a channel', { capacity: { total: 5, byChannel: { '*': 3 } } }, 'capacity'],
    ['more by a channel than in all', { capacity: { total: 5, byChannel: { email: 6 } } }, 'capacity'],
  ])('%s', (_what, given, field) => {
    expect(() => checkAbility(ability(given))).toThrow(expect.objectContaining({ code: 'invalid-input', message: expect.stringMatching(/.{20,}[:.]/), fields: { [field]: expect.any(String) } }))
  })
})
