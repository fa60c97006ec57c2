// Guards that what the server says of a tile is recognised as it says it (metrics/refuse-foreign.ts).
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalOf } from './refusal-of.ts'

test('a metric that is gone, a cut and a filter it does not have; anything else is none of these', () => {
  expect(refusalOf({ code: 'not-found', detail: 'There is no metric "x".' })).toEqual({ kind: 'gone' })
  expect(refusalOf({ code: 'invalid-input', detail: 'This metric cannot be cut by location, which half of what it is made of does not have: choose staff, team.' })).toEqual({ kind: 'cut', dimension: 'location' })
  expect(refusalOf({ code: 'invalid-input', detail: 'This metric cannot be filtered by channel, which half of what it is made of does not have: choose staff.' })).toEqual({ kind: 'filter', dimension: 'channel' })
  expect(refusalOf({ code: 'internal', detail: 'Something went wrong.' })).toBeNull()
})

test('the server still says it so', () => {
  const said = readFileSync(new URL('../../../../../server/src/modules/insight/metrics/refuse-foreign.ts', import.meta.url), 'utf8')
  for (const verb of ['cut', 'filtered']) expect(said).toContain(`\`This metric cannot be ${verb} by \${`)
})
