// Guards that what a person can take is sent as it was shown: empty is no limit, zero is none.
import type { Ability } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { abilityOf, valuesOf } from './ability-values.ts'

const ability: Ability = { skills: [{ kind: 'language', value: 'pl' }, { kind: 'channel', value: 'email' }, { kind: 'product', value: 'g1' }], capacity: { total: 0, byChannel: { chat: 3 } }, shiftCalendarId: null }

test('nothing is lost between the server and the form', () => expect(abilityOf(valuesOf(ability))).toEqual(ability))
test('an empty number is no limit, and a line begun and left says nothing', () => {
  expect(abilityOf({ ...valuesOf(ability), total: '', limits: [{ channel: '', tickets: 4 }, { channel: 'chat', tickets: '' }, { channel: 'email', tickets: 0 }] }).capacity).toEqual({ total: null, byChannel: { email: 0 } })
})
