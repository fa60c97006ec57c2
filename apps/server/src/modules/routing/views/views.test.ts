// Guards saved views over HTTP: what may be saved, who sees and changes them, and that a view says what in it has ceased to hold.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { putTicket } from './testing.ts'

let kontuar: TestKontuar
let agent: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  agent = await kontuar.tokenOf('agent')
})
afterAll(() => kontuar.stop())

const all = { combinator: 'and', rules: [] }
const rule = (field: string, operator: string, value?: unknown) => ({ combinator: 'and', rules: [{ field, operator, ...(value === undefined ? {} : { value }) }] })
const create = async (body: object, token?: string) => (await kontuar.ask('POST', '/views', { name: 'Widok', conditions: all, ...body }, token)).body as { id: string; problems: string[] }
const namesFor = async (token?: string) => ((await kontuar.ask('GET', '/views', undefined, token)).body.items as { name: string }[]).map((v) => v.name)

describe('saving', () => {
  test('a view comes back as it was given, with the usual order where none was said', async () => {
    const answer = await kontuar.ask('POST', '/views', { name: ' Pilne ', conditions: { ...rule('priority', '=', 'urgent'), id: 'g1' }, columns: ['number', 'subject', 'customer'] })
    expect(answer.body).toMatchObject({ name: 'Pilne', sharing: 'private', sort: '-updatedAt', group: null, columns: ['number', 'subject', 'customer'], conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'urgent' }] }, problems: [] })
    expect(answer.body.conditions.id).toBeUndefined()
    expect((await kontuar.ask('GET', `/views/${answer.body.id}`)).body).toEqual(answer.body)
  })

  test.each<[string, object, string]>([
    ['an unknown field', { conditions: rule('colour', '=', 'red') }, 'There is no field "colour": choose one of status, statusCategory,'],
    ['an operator the field does not have', { conditions: rule('priority', 'contains', 'x') }, 'The field "priority" cannot be asked "contains"'],
    ['a status that there is not', { conditions: rule('status', '=', 'lost') }, 'which there is not'],
    ['a queue that there is not', { conditions: rule('queueId', '=', '00000000-0000-7000-8000-000000000000') }, 'which there is not'],
    ['an id that is none', { conditions: rule('queueId', '=', `' or 1=1`) }, 'is not an id'],
    ['an unknown column', { columns: ['number', 'colour'] }, 'There is no column "colour": choose names from /ticket-fields.'],
    ['an unknown group', { group: 'subject' }, 'Tickets cannot be grouped by "subject": choose one of status, priority, queueId, assigneeId.'],
    ['a name of blanks', { name: '   ' }, 'The name is empty: give the view a name by which people find it.'],
    ['no value', { conditions: rule('priority', '=') }, 'asks for one of its choices'],
    ['another combinator', { conditions: { combinator: 'xor', rules: [] } }, 'A group joins its rules with "and" or "or"'],
    ['groups without end', { conditions: Array.from({ length: 30 }).reduce<object>((inner) => ({ combinator: 'and', rules: [inner] }), all) }, 'Groups lie too deep'],
    ['half a letter', { conditions: rule('subject', 'contains', '\ud800x') }, 'contains characters that are none'],
    ['a field of an object', { conditions: rule('constructor', '=', 'x') }, 'There is no field "constructor"'],
  ])('%s is refused in one sentence, and nothing is saved', async (_what, body, sentence) => {
    const before = await namesFor()
    const answer = await kontuar.ask('POST', '/views', { name: 'Zły widok', conditions: all, ...body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(answer.body.detail).toContain(sentence)
    expect(await namesFor()).toEqual(before)
  })

  test('a change that is wrong leaves the view as it was', async () => {
    const view = await create({ name: 'Stały' })
    const before = (await kontuar.ask('GET', `/views/${view.id}`)).body
    expect((await kontuar.ask('PATCH', `/views/${view.id}`, { name: 'Inny', conditions: rule('colour', '=', 'red') })).status).toBe(400)
    expect((await kontuar.ask('GET', `/views/${view.id}`)).body).toEqual(before)
  })
})

describe('who', () => {
  test('a private view is its owner\'s alone: to others it is not there', async () => {
    const view = await create({ name: 'Moje' }, agent)
    expect(await namesFor(agent)).toContain('Moje')
    expect(await namesFor()).not.toContain('Moje')
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const) expect((await kontuar.ask(method, `/views/${view.id}`, body)).status, method).toBe(404)
    expect((await kontuar.ask('GET', `/tickets?viewId=${view.id}`)).status).toBe(404)
  })

  test('sharing, and changing what is shared, needs its permission', async () => {
    const refused = { status: 403, body: { code: 'not-allowed', detail: 'A shared view is seen by everybody, so changing it needs the permission view.share: keep the view private, or ask a manager.' } }
    expect(await kontuar.ask('POST', '/views', { name: 'x', conditions: all, sharing: 'shared' }, agent)).toMatchObject(refused)
    const own = await create({ name: 'Moje' }, agent)
    expect(await kontuar.ask('PATCH', `/views/${own.id}`, { sharing: 'shared' }, agent)).toMatchObject(refused)
    const shared = await create({ name: 'Wspólny', sharing: 'shared' })
    expect(await namesFor(agent)).toContain('Wspólny')
    expect(await kontuar.ask('PATCH', `/views/${shared.id}`, { name: 'x' }, agent)).toMatchObject(refused)
    expect(await kontuar.ask('DELETE', `/views/${shared.id}`, undefined, agent)).toMatchObject(refused)
    expect((await kontuar.ask('DELETE', `/views/${shared.id}`)).status).toBe(200)
    expect(await namesFor(agent)).not.toContain('Wspólny')
  })

  test('somebody else\'s shared view cannot be kept to oneself', async () => {
    const shared = await create({ name: 'Kierownika', sharing: 'shared' }, await kontuar.tokenOf('manager'))
    expect(await kontuar.ask('PATCH', `/views/${shared.id}`, { sharing: 'private' })).toMatchObject({ status: 422, body: { code: 'cannot-do' } })
  })
})

test('a view whose field has been retired says so, shows nothing and counts nothing, and mends itself when the field comes back', async () => {
  const field = (await kontuar.ask('POST', '/custom-fields', { subject: 'ticket', name: 'Model', type: 'text' })).body as { id: string }
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => putTicket(tx, { fields: { [field.id]: 'X-1' } }))
  const view = await create({ name: 'Modele X', conditions: rule(`fields.${field.id}`, 'beginsWith', 'x') })
  const state = async () => {
    await kontuar.runJobs()
    const counts = (await kontuar.ask('GET', '/views/counts')).body.items as { viewId: string; tickets: number | null }[]
    return { problems: (await kontuar.ask('GET', `/views/${view.id}`)).body.problems as string[], listed: (await kontuar.ask('GET', `/tickets?viewId=${view.id}`)).body.items.length as number, counted: counts.find((c) => c.viewId === view.id)?.tickets }
  }
  expect(await state()).toEqual({ problems: [], listed: 1, counted: 1 })
  await kontuar.ask('PATCH', `/custom-fields/${field.id}`, { retired: true })
  expect(await state()).toEqual({ problems: [expect.stringContaining(`There is no field "fields.${field.id}": choose one of `)], listed: 0, counted: 0 })
  await kontuar.ask('PATCH', `/custom-fields/${field.id}`, { retired: false })
  expect(await state()).toEqual({ problems: [], listed: 1, counted: 1 })
})

test('the fields of conditions are described with their operators, custom ones by their names', async () => {
  const field = (await kontuar.ask('POST', '/custom-fields', { subject: 'customer', name: 'Segment', type: 'choice', options: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B', retired: true }] })).body as { id: string }
  const items = (await kontuar.ask('GET', '/ticket-fields')).body.items as { name: string }[]
  expect(items.find((f) => f.name === 'assigneeId')).toMatchObject({ type: 'person', choices: 'staff', custom: false, operators: expect.arrayContaining(['=', 'in', 'null']) })
  expect(items.find((f) => f.name === 'overdue')).toMatchObject({ type: 'boolean', operators: ['=', '!='], choices: null })
  expect(items.find((f) => f.name === `customer.fields.${field.id}`)).toMatchObject({ label: 'Segment', custom: true, type: 'choice', choices: 'options', options: [{ id: 'a', name: 'A' }] })
})
