// Guards what people say of themselves: a zone that exists, a number in one form, and nothing of it changed by accident.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const me = async (body?: object) => kontuar.ask(body === undefined ? 'GET' : 'PATCH', '/me', body, await kontuar.tokenOf('agent'))

test.each([['600 700 800', '+48600700800'], ['+7 912 345-67-89', '+79123456789'], ['0048 (600) 700-800', '+48600700800'], ['  ', null], [null, null]])('the number %j is kept as %j', async (phone, kept) => {
  expect((await me({ phone })).body.staff.phone).toBe(kept)
  expect((await me()).body.staff.phone).toBe(kept)
})

test('a zone of one’s own stays until it is given up; a change of something else touches neither zone nor number', async () => {
  await me({ timeZone: 'Asia/Vladivostok', phone: '600 700 800' })
  expect((await me({ name: 'Ewa' })).body.staff).toMatchObject({ name: 'Ewa', timeZone: 'Asia/Vladivostok', phone: '+48600700800' })
  expect((await me({ timeZone: null })).body.staff).toMatchObject({ timeZone: null, phone: '+48600700800' })
})

test.each([
  ['a number that is none', { phone: 'zadzwoń' }, 'phone', /^That is no phone number: write it with its country/], ['a hostile number', { phone: `'; drop table staff; --` }, 'phone', /no phone number/], ['a number too short', { phone: '12' }, 'phone', /no phone number/],
  ['an unknown zone', { timeZone: 'Europe/Lodz' }, 'timeZone', /write it like Europe\/Warsaw/], ['an offset as zone', { timeZone: '+02:00' }, 'timeZone', /not known/], ['a name that cannot be stored', { name: '\0' }, '', /leave it out/], ['a number far too long', { phone: '1'.repeat(41) }, 'phone', /./],
])('%s is refused with one sentence, and nothing changes', async (_what, body, field, sentence) => {
  const before = (await me()).body
  expect((await me({ name: 'Other', ...body })).body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(sentence), ...(field === '' ? {} : { fields: { [field]: expect.any(String) } }) })
  expect((await me()).body).toEqual(before)
})
