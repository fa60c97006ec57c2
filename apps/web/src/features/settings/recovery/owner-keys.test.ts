// Guards that whoever is chosen as responsible is kept as just that, and that nothing else becomes somebody.
import type { Recipient } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { keyOfOwner, ownerOfKey } from './owner-keys.ts'

test.each<Recipient>([{ to: 'location-manager' }, { to: 'owner' }, { to: 'queue-servers' }, { to: 'role', role: 'manager' }, { to: 'team-of', teamId: '0198-a' }, { to: 'staff', staffId: 's1' }])('%o comes back from its key', (owner) => {
  expect(ownerOfKey(keyOfOwner(owner))).toEqual(owner)
})

test.each(['', 'role:', 'role:king', 'staff', 'staff:', 'nobody:1'])('%j is nobody', (key) => {
  expect(ownerOfKey(key)).toBeNull()
})
