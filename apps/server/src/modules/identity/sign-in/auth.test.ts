// Guards that the tables written by hand in 0006_auth.sql are those the sign-in library asks for, also after an update of it.
import { getAuthTables } from 'better-auth/db'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { authOf } from './auth.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())

const kinds: Record<string, string> = { string: 'text', date: 'timestamp with time zone', boolean: 'boolean', number: 'integer' }

test('every field of better-auth has its column, of its kind, and no other column must be filled', async () => {
  const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ table: string; name: string; kind: string; must: boolean }>(
    `select table_name as table, column_name as name, data_type as kind, is_nullable = 'NO' and column_default is null as must from information_schema.columns where table_schema = 'auth'`)
  await owner.end()
  for (const table of Object.values(getAuthTables(authOf(kontuar.platform).options))) {
    const columns = rows.filter((c) => c.table === table.modelName)
    const fields = Object.entries(table.fields).map(([name, field]) => ({ name: field.fieldName ?? name, kind: kinds[String(field.type)], required: field.required !== false }))
    for (const field of fields) expect(columns, `${table.modelName}.${field.name}`).toContainEqual(expect.objectContaining({ name: field.name, kind: field.kind }))
    const filled = new Set(['id', ...fields.filter((f) => f.required).map((f) => f.name)])
    expect(columns.filter((c) => c.must && !filled.has(c.name)), table.modelName).toEqual([])
  }
})

test('nobody can sign up by themselves', async () => {
  await expect(authOf(kontuar.platform).api.signUpEmail({ body: { name: 'X', email: 'x@nowhere.test', password: 'long enough to pass' } })).rejects.toThrow('Email and password sign up is not enabled')
})
