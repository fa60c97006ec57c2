// Guards custom fields: what is stored in them is what their type allows, whatever is sent; nothing chosen once is
// forgotten; and a status that needs them says all that is missing at once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CustomField, FieldValues, Status } from '@kontuar/contracts'
import { buildOrganization, type TestOrganization } from '../../identity/testing.ts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { checkFieldValues } from './check-field-values.ts'
import { requiredToEnter } from './required-to-enter.ts'

let kontuar: TestKontuar
let org: TestOrganization
let token: string
let made = 0
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db)
  token = await kontuar.tokenOf('administrator', org)
})
const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => kontuar.ask(method, path, body, token)
const add = async (more: object): Promise<CustomField> => {
  const { status, body } = await ask('POST', '/custom-fields', { subject: 'ticket', name: `Field ${++made}`, type: 'text', ...more })
  expect(status, body.detail).toBe(201)
  return body
}
const check = (given: Record<string, unknown>, current: FieldValues = {}, subject: CustomField['subject'] = 'ticket') => kontuar.platform.db.write(org.orgId, (tx) => checkFieldValues(tx, subject, given, current))
const colours = [{ id: 'red', name: 'Czerwony' }, { id: 'blue', name: 'Niebieski' }]

test('a field is added, changed, retired and brought back; its options are never lost', async () => {
  const field = await add({ name: 'Kolor', type: 'choice', help: ' Jaki? ', options: colours, required: { always: false, statuses: [] } })
  expect(field).toMatchObject({ subject: 'ticket', name: 'Kolor', type: 'choice', help: 'Jaki?', options: colours, required: {}, retired: false })
  const changed = await ask('PATCH', `/custom-fields/${field.id}`, { options: [{ id: 'green', name: 'Zielony' }, { id: 'red', name: 'Bordowy' }], required: { always: true, statuses: ['closed', 'closed'] } })
  expect(changed.body).toMatchObject({ options: [{ id: 'green', name: 'Zielony' }, { id: 'red', name: 'Bordowy' }, { id: 'blue', name: 'Niebieski', retired: true }], required: { always: true, statuses: ['closed'] } })
  expect((await ask('PATCH', `/custom-fields/${field.id}`, { retired: true })).body.retired).toBe(true)
  expect((await ask('POST', '/custom-fields', { subject: 'ticket', name: 'kolor', type: 'text' })).status).toBe(201)
  expect(await ask('PATCH', `/custom-fields/${field.id}`, { retired: false })).toMatchObject({ status: 409, body: { detail: 'There is already a field called "kolor": choose another name.' } })
  expect((await ask('PATCH', `/custom-fields/${field.id}`, { retired: false, name: 'Barwa' })).body).toMatchObject({ retired: false, name: 'Barwa' })
  expect((await ask('GET', '/custom-fields')).body.items.map((f: CustomField) => f.name)).toEqual(['Barwa', 'kolor'])
  const actions = (await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === field.id).map((e: { action: string }) => e.action)
  expect(actions).toEqual(['field.broughtBack', 'field.retired', 'field.changed', 'field.created'])
})

test('a field that nothing changes is neither written nor told of', async () => {
  const field = await add({ type: 'choice', options: colours })
  const events = () => kontuar.platform.db.read(org.orgId, (tx) => tx.query(`select 1 from event where org_id = $1 and name = 'vocabulary.fieldChanged'`, [org.orgId]))
  const before = (await events()).length
  expect((await ask('PATCH', `/custom-fields/${field.id}`, { name: field.name, options: colours })).status).toBe(200)
  expect(await events()).toHaveLength(before)
})

describe('refused with one sentence, and nothing saved:', () => {
  test.each<[string, object, number, RegExp]>([
    ['a choice without options', { type: 'choice' }, 400, /at least one option/], ['options of a text', { options: colours }, 400, /Only a choice or a tree/], ['an option id twice', { type: 'choice', options: [colours[0], colours[0]] }, 400, /stands for two options/],
    ['ten thousand options', { type: 'choice', options: Array.from({ length: 10_000 }, (_, i) => ({ id: `o${i}`, name: `Option ${i}` })) }, 400, /more than 1000/], ['an unknown key in an option', { type: 'choice', options: [{ ...colours[0], price: 3 }] }, 400, /price/],
    ['a status nobody knows', { required: { statuses: ['__proto__'] } }, 400, /status that does not exist/], ['a reason nobody knows', { required: { reasons: ['not-an-id'] } }, 400, /reason that does not exist/], ['a queue nobody knows', { required: { queues: ['00000000-0000-7000-8000-000000000000', 'x'] } }, 400, /queue that does not exist/],
    ['a company that depends on a status', { subject: 'company', required: { statuses: ['closed'] } }, 400, /Only fields of tickets/], ['a name twice', { name: ' tAKEN' }, 409, /called "Taken"/], ['an unknown type', { type: 'script' }, 400, /type/], ['no name', { name: '\0 \0' }, 400, /name is empty/],
  ])('%s', async (_what, more, status, sentence) => {
    await add({ name: 'Taken' })
    const answer = await ask('POST', '/custom-fields', { subject: 'ticket', name: 'Fresh', type: 'text', ...more })
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(sentence)])
    expect((await ask('GET', '/custom-fields')).body.items).toHaveLength(1)
  })
  test('another type or subject for a field that is there', async () => {
    const field = await add({})
    for (const patch of [{ type: 'number' }, { subject: 'company' }]) expect((await ask('PATCH', `/custom-fields/${field.id}`, patch)).status).toBe(400)
  })
})

describe('values', () => {
  test('are merged, normalised and emptied', async () => {
    const [text, number, choice, box] = [await add({}), await add({ type: 'number' }), await add({ type: 'choice', options: colours }), await add({ type: 'checkbox' })]
    const values = await check({ [text.id]: '  żółw\0 🦊 ', [number.id]: 12.5, [choice.id]: 'red', [box.id]: false })
    expect(values).toEqual({ [text.id]: 'żółw 🦊', [number.id]: 12.5, [choice.id]: 'red', [box.id]: false })
    expect(await check({ [text.id.toUpperCase()]: '', [number.id]: null, [choice.id]: 'blue' }, values)).toEqual({ [choice.id]: 'blue', [box.id]: false })
    expect(await check({}, values)).toEqual(values)
  })

  test('of retired fields and options stay, and are not given anew', async () => {
    const field = await add({ name: 'Kolor', type: 'choice', options: colours })
    await ask('PATCH', `/custom-fields/${field.id}`, { options: [colours[0]] })
    expect(await check({ [field.id]: 'blue' }, { [field.id]: 'blue' })).toEqual({ [field.id]: 'blue' })
    await expect(check({ [field.id]: 'blue' }, { [field.id]: 'red' })).rejects.toMatchObject({ message: 'Check "Kolor": it must be one of the options in use.', fields: { [`fields.${field.id}`]: 'must be one of the options in use' } })
    await ask('PATCH', `/custom-fields/${field.id}`, { retired: true })
    expect(await check({ [field.id]: 'blue' }, { [field.id]: 'blue' })).toEqual({ [field.id]: 'blue' })
    await expect(check({ [field.id]: 'red' }, {})).rejects.toMatchObject({ message: expect.stringMatching(/is retired/) })
    expect(await check({ [field.id]: null }, { [field.id]: 'blue' })).toEqual({})
  })

  test('of several faults are named together', async () => {
    const [date, link] = [await add({ name: 'Termin', type: 'date' }), await add({ name: 'Strona', type: 'link' })]
    await expect(check({ [date.id]: '2026-02-30', [link.id]: 'javascript:alert(1)' })).rejects.toMatchObject({
      code: 'invalid-input', message: 'Check "Termin": it must be a date that exists, such as 2026-12-31; "Strona": it must be an address beginning with http:// or https://.', fields: { [`fields.${date.id}`]: expect.any(String), [`fields.${link.id}`]: expect.any(String) },
    })
  })

  test.each<[string, () => Promise<Record<string, unknown>>]>([
    ['an unknown id', async () => ({ '00000000-0000-7000-8000-000000000000': 'x' })], ['no id', async () => ({ colour: 'x' })], ['a key with a line break', async () => ({ 'a\nb': {} })], ['a key every object has', async () => ({ constructor: 'x' })],
    ['a key that poisons', async () => JSON.parse('{"__proto__": "x"}')], ['a field of a company', async () => ({ [(await add({ subject: 'company' })).id]: 'x' })], ['ten thousand keys', async () => Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 'x']))],
    ['a field of another organization', async () => ({ [(await kontuar.ask('POST', '/custom-fields', { subject: 'ticket', name: `F${made++}`, type: 'text' })).body.id]: 'x' })],
  ])('for %s are refused in words that repeat nothing', async (_what, given) => {
    await expect(check(await given())).rejects.toMatchObject({ code: 'invalid-input', message: 'A value was given for a field that does not exist: use the ids of the custom fields of a ticket.' })
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('entering a status', () => {
  const status = (key: string, category: Status['category'], requires = { reason: false, result: false }): Status => ({ key, name: key, readyMade: null, category, colour: 'grey', position: 1, isDefault: false, next: null, requires, onCustomerMessage: null, retired: false })
  const enter = (entering: Partial<Parameters<typeof requiredToEnter>[1]> & { status: Status }) => kontuar.platform.db.read(org.orgId, (tx) => requiredToEnter(tx, { queueId: null, reasonId: null, result: null, fields: {}, ...entering }))

  test('names all that is missing in one sentence', async () => {
    const field = await add({ name: 'Numer seryjny', required: { always: true } })
    await expect(enter({ status: status('closed', 'closed', { reason: true, result: true }) })).rejects.toMatchObject({
      code: 'cannot-do', message: 'Before the status "closed" fill in: reason, result, "Numer seryjny".', fields: { reasonId: expect.any(String), result: expect.any(String), [`fields.${field.id}`]: expect.any(String) },
    })
    await enter({ status: status('open', 'open') })
    await enter({ status: status('closed', 'closed'), fields: { [field.id]: 'SN-1' } })
    await ask('PATCH', `/custom-fields/${field.id}`, { retired: true })
    await enter({ status: status('closed', 'closed') })
  })

  test('what it needs is not taken away again while the ticket stands there', async () => {
    const done = (await ask('POST', '/statuses', { name: 'Settled', category: 'closed', requires: { reason: true, result: true } })).body.key
    const reasonId = (await ask('POST', '/reasons', { name: 'Settled for this' })).body.id
    const { ticketId } = (await ask('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina Zając', phone: '600 700 822' }, request: 'Pyta o buty.' })).body
    expect((await ask('PATCH', `/tickets/${ticketId}`, { status: done, reasonId, result: 'solved' })).status).toBe(200)
    for (const patch of [{ result: null }, { reasonId: null }]) expect((await ask('PATCH', `/tickets/${ticketId}`, patch)).body).toMatchObject({ code: 'cannot-do' })
    expect((await ask('PATCH', `/tickets/${ticketId}`, { result: 'partly' })).status).toBe(200)
    expect((await ask('PATCH', `/tickets/${ticketId}`, { status: 'open', result: null })).status).toBe(200)
  })

  test('asks for what the reason, or one above it, needs on closing', async () => {
    const above = (await ask('POST', '/reasons', { name: 'Above' })).body.id
    const reasonId = (await ask('POST', '/reasons', { name: 'Below', parentId: above })).body.id
    await add({ name: 'Why', required: { reasons: [above] } })
    await expect(enter({ status: status('closed', 'closed'), reasonId })).rejects.toMatchObject({ message: 'Before the status "closed" fill in: "Why".' })
    await enter({ status: status('waiting', 'waiting'), reasonId })
    await enter({ status: status('closed', 'closed') })
  })
})
