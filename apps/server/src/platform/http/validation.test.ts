// Guards that a request means what it says: JSON is taken as written, the address as numbers where numbers stand.
import fastify from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { nullable } from '@kontuar/contracts'
import { checkRequests } from './validation.ts'

const app = fastify()
checkRequests(app)
const echo = async ({ body, query }: { body: unknown; query: unknown }) => ({ got: body ?? query })
const text = Type.String({ maxLength: 5 })
const shape = { list: Type.Optional(nullable(Type.Array(text))), text: Type.Optional(nullable(text)), number: Type.Optional(Type.Number()), any: Type.Optional(Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()])) }
app.post('/', { schema: { body: Type.Object(shape, { additionalProperties: false }) } }, echo)
app.get('/', { schema: { querystring: Type.Object({ limit: Type.Integer({ default: 50 }), list: Type.Optional(Type.Array(text)) }) } }, echo)

const post = async (payload: object) => {
  const answer = await app.inject({ method: 'POST', url: '/', payload })
  return answer.statusCode === 200 ? answer.json().got : answer.statusCode
}

test.each([[{ list: null, text: null, any: null }], [{ any: 5 }], [{ any: true }], [{ any: '5' }], [{ text: '' }], [{ list: [] }]])('the body %j is taken as it is', async (body) => expect(await post(body)).toEqual(body))
test.each([[{ number: '5' }], [{ text: 5 }], [{ list: 'x' }], [{ other: 1 }]])('the body %j is refused', async (body) => expect(await post(body)).toBe(400))
test('an address is read by the types asked for', async () => {
  expect((await app.inject({ url: '/?limit=7&list=a' })).json().got).toEqual({ limit: 7, list: ['a'] })
  expect((await app.inject({ url: '/' })).json().got).toEqual({ limit: 50 })
  expect((await app.inject({ url: '/?limit=x' })).statusCode).toBe(400)
})
test.each(['/?list=a%00', '/?list=a&list=%00b', '/?limit=7%00'])('the address %s with a NUL is refused, and the next one is not', async (url) => {
  expect((await app.inject({ url })).json()).toMatchObject({ statusCode: 400, message: expect.stringContaining('NUL') })
  expect((await app.inject({ url: '/?list=a' })).statusCode).toBe(200)
})
