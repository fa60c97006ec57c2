// Guards what every database test of the server stands on: clones are migrated, apart from each other, and quick to get.
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { cloneDatabase, createTestDatabases } from './testing.ts'

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('test databases', () => {
  test('two clones do not see each other', async () => {
    let migrations = 0
    const databases = createTestDatabases({ key: 'two clones', migrate: async (url) => { migrations++; await query(url, 'create table note (text text)') } })
    const [one, two] = await Promise.all([databases.clone(), databases.clone()])
    await query(one.ownerUrl, `insert into note values ('only here')`)
    expect(await query(two.ownerUrl, 'select * from note')).toEqual([])
    expect(migrations).toBe(1)
    await Promise.all([one.drop(), two.drop()])
  })

  test('a migration that failed half-way is tried again from the beginning', async () => {
    let attempt = 0
    const make = () => createTestDatabases({ key: 'failing', migrate: async (url) => {
      await query(url, 'create table half (id int)')
      if (++attempt === 1) throw new Error('power cut')
    } })
    await expect(make().clone()).rejects.toThrow('power cut')
    const database = await make().clone()
    expect(await query(database.ownerUrl, 'select * from half')).toEqual([])
  })

  test('a clone of the program has its migrations, and its owner is no superuser', async () => {
    const { ownerUrl } = await cloneDatabase()
    expect(await query(ownerUrl, 'select name from migration order by name limit 1')).toEqual([{ name: '0001_platform.sql' }])
    expect(await query(ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }])
  })
})
