// Guards who may own a ticket of a queue, and that a refusal names person, queue and way out.
import { expect, test } from 'vitest'
import { outsiderSentence, type Standing } from './outsider.ts'

const ewa: Standing = { name: 'Ewa', role: 'agent', access: 'everything', queue: 'IT', location: null, staffed: true, serves: false, granted: false, seesLocation: true }
test.each<[string, Partial<Standing>, RegExp | null]>([
  ['serves the queue', { serves: true }, null],
  ['does not serve a queue that names its people', {}, /^Ewa does not serve the queue "IT": choose one of its people, or add Ewa/],
  ['owns in a queue that names nobody', { staffed: false }, null],
  ['leads and sees everything', { role: 'manager' }, null],
  ['administers and sees everything', { role: 'administrator' }, null],
  ['leads but sees only what is granted', { role: 'manager', access: 'granted', granted: true }, /does not serve the queue "IT"/],
  ['is restricted and does not see the queue', { access: 'granted', staffed: false }, /^Ewa does not see the queue "IT"/],
  ['is restricted and granted a queue that names nobody', { access: 'granted', staffed: false, granted: true }, null],
  ['may look at a queue without serving it', { access: 'granted', granted: true }, /does not serve/],
  ['is restricted and serves', { access: 'granted', serves: true }, null],
  ['is restricted to another location', { access: 'granted', serves: true, location: 'Cracow', seesLocation: false }, /^Ewa does not see the location "Cracow"/],
  ['is restricted, and the ticket is in no queue', { access: 'granted', queue: null, staffed: false }, /is in none: put it into one of their queues/],
  ['sees everything, and the ticket is in no queue', { queue: null, staffed: false }, null],
])('somebody who %s', (_who, given, sentence) => {
  const said = outsiderSentence({ ...ewa, ...given })
  if (sentence === null) expect(said).toBeNull()
  else expect(said).toMatch(sentence)
})
