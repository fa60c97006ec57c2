// Guards what is offered to be pasted into a terminal: it is what the contracts take.
import { createAnswer, createPurchase, createSurveyInvitation } from '@kontuar/contracts'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { examples } from './examples.ts'

const routes = { ask: createSurveyInvitation, answer: createAnswer, purchase: createPurchase }
test.each(examples('https://kontuar.example', '01890a5d-ac96-774b-bcce-b302099a8057'))('$key', ({ key, body, text }) => {
  expect([...Value.Errors(routes[key].body, body)]).toEqual([])
  expect(text).toContain(`curl https://kontuar.example/api/v1${routes[key].path}`)
})
