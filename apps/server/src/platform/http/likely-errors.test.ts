// Guards that a refusal says what is wrong with what was meant.
import fastify, { type FastifyError } from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { likelyErrors, type SchemaError } from './likely-errors.ts'
import { checkRequests } from './validation.ts'

const closed = { additionalProperties: false }
const To = Type.Union([
  Type.Object({ to: Type.Literal('staff'), staffId: Type.String() }, closed), Type.Object({ to: Type.Literal('role'), role: Type.Union([Type.Literal('manager'), Type.Literal('agent')]) }, closed),
  Type.Object({ to: Type.Literal('address'), email: Type.String({ minLength: 5 }) }, closed),
])
const Rule = Type.Union([
  Type.Object({ kind: Type.Literal('event'), on: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('sequence'), n: Type.Integer({ minimum: 2 }), fits: Type.Union([Type.Object({ a: Type.Number() }, closed), Type.Null()]) }, closed),
  Type.Object({ kind: Type.Literal('silence'), hours: Type.Integer({ minimum: 1 }) }, closed),
])
const app = fastify()
checkRequests(app)
app.setErrorHandler((error: FastifyError, _request, reply) => reply.send(likelyErrors((error.validation ?? []) as SchemaError[]).map((e) => `${e.instancePath} ${e.message}`).sort()))
app.post('/', { schema: { body: Type.Object({ name: Type.String(), rule: Rule, to: Type.Array(To) }, closed) } }, () => 'taken')
const said = async (body: object) => (await app.inject({ method: 'POST', url: '/', payload: body })).json() as string[]
const fine = { name: 'x', rule: { kind: 'event', on: 'answer' }, to: [] }

test('the shape that was named is the one whose faults are told', async () => {
  expect(await said({ ...fine, rule: { kind: 'sequence', n: 1, fits: null } })).toEqual(['/rule/n must be >= 2'])
  expect(await said({ ...fine, rule: { kind: 'sequence', n: 3, fits: { a: 'x' } } })).toEqual(['/rule/fits/a must be number'])
  expect(await said({ ...fine, rule: { kind: 'silence', hours: 0, more: 1 } })).toEqual(['/rule must NOT have additional properties', '/rule/hours must be >= 1'])
})

test('a word that names none is told with those that do', async () => {
  expect(await said({ ...fine, rule: { kind: 'never' } })).toEqual(['/rule/kind must be one of: event, sequence, silence'])
  expect(await said({ ...fine, to: [{ to: 'role', role: 'king' }] })).toEqual(['/to/0/role must be one of: manager, agent'])
})

test('items of a list are judged each by itself, and faults beside the choice stay', async () => {
  expect(await said({ rule: fine.rule, to: [{ to: 'address', email: 'x' }, { to: 'staff' }, { to: 'nobody' }] })).toEqual([' must have required property \'name\'', '/to/0/email must NOT have fewer than 5 characters', '/to/1 must have required property \'staffId\'', '/to/2/to must be one of: staff, role, address'])
})

test('what is no object at all is told something', async () => {
  for (const rule of [null, 3, 'event', []]) expect((await said({ ...fine, rule })).length).toBeGreaterThan(0)
})
