// Guards that a recipient chosen from a list is the one that is sent.
import type { Recipient } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { keyOf, recipientOf } from './recipient-key.ts'

test.each<Recipient>([{ to: 'owner' }, { to: 'location-manager' }, { to: 'role', role: 'manager' }, { to: 'team-of', teamId: 'w1' }, { to: 'staff', staffId: '01a2-b:c' }])('%o comes back from its key', (recipient) => {
  expect(recipientOf(keyOf(recipient))).toEqual(recipient)
})

test.each(['', 'part:nobody', 'role:king', 'team:', 'staff:', 'nothing'])('“%s” names nobody', (key) => {
  expect(recipientOf(key)).toBeNull()
})
