// Guards the backup: what is restored is what was there, and a damaged or foreign backup changes nothing.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../db/testing.ts'
import { openDiskStore } from '../files/disk.ts'
import { recordFiles, storeBytes } from '../files/store.ts'
import { backup } from './backup.ts'
import { restore, RestoreError } from './restore.ts'
import { listBackupTables, quote } from './tables.ts'
import pg from 'pg'

let folder: string
let source: OpenedTestDatabase
let org: number
let file: string
beforeAll(async () => {
  folder = await mkdtemp('/tmp/kontuar-backup-test-')
  source = await openTestDatabase({ subscribersOf: () => ['test.job'] })
  org = await source.newOrganization()
  const store = openDiskStore(join(folder, 'files'))
  const stored = await storeBytes(store, org, Buffer.from('załącznik'))
  await source.db.write(org, async (tx) => {
    await recordFiles(tx, [stored])
    // An address of that customer: its foreign key is a deferred one.
    await tx.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'email', 'z@x.example', 'z@x.example')`, [org])
    await tx.query(`insert into customer (org_id, id, name, note) values ($1, '00000000-0000-7000-8000-000000000001', $2, $3)`, [org, 'Żaneta "Zoë" \\N', 'tab\tline\nback\\slash\r\u2028'])
    await tx.query('select next_ticket_numbers(41)')
    tx.publish({ name: 'test.happened', ids: { customerId: 'x' } })
  })
  file = join(folder, 'backup.kontuar')
  await backup({ ownerUrl: source.ownerUrl, files: store, secret: 'the secret' }, file)
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true })
})

/** A digest of every table a backup holds. */
async function contentsOf(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const contents: Record<string, string> = {}
  for (const table of await listBackupTables(client)) {
    const { rows } = await client.query<{ row: string }>(`select row(${table.columns.map(quote).join(',')})::text as row from ${quote(table.name)} order by 1`)
    contents[table.name] = createHash('sha256').update(rows.map((r) => r.row).join('\n')).digest('hex')
  }
  await client.end()
  return contents
}
async function emptyTarget() {
  const database = await openTestDatabase()
  const files = openDiskStore(join(await mkdtemp(join(folder, 'target-')), 'files'))
  let secret = ''
  return { database, files, secret: () => secret, target: { ownerUrl: database.ownerUrl, files, saveSecret: async (s: string) => { secret = s } } }
}

describe('restore', () => {
  test('brings back every row, file, counter and waiting job, and the secret', async () => {
    const { database, files, target, secret } = await emptyTarget()
    await restore(file, target)
    expect(await contentsOf(database.ownerUrl)).toEqual(await contentsOf(source.ownerUrl))
    expect(secret()).toBe('the secret')
    expect(String(await files.get(`${org}/${createHash('sha256').update('załącznik').digest('hex')}`))).toBe('załącznik')
    expect(await database.db.write(org, (tx) => tx.query('select next_ticket_numbers(1) as n'))).toEqual([{ n: 42 }])
    const jobs = await database.asOwner<{ payload: { orgId: number } }>('select payload from graphile_worker._private_jobs')
    expect(jobs.map((j) => j.payload.orgId)).toEqual([org])
    expect(await database.newOrganization()).toBeGreaterThan(org)
    await database.close()
  })
  test('gives live cursors a new generation and events ids of this cluster', async () => {
    const { database, target } = await emptyTarget()
    const before = await database.db.query('select generation from installation')
    await restore(file, target)
    expect(await database.db.query('select generation from installation')).not.toEqual(before)
    expect(await database.asOwner('select 1 from event where xid > pg_current_xact_id()')).toEqual([])
    await database.close()
  })
  test('refuses where there is an organization already', async () => {
    const { database, target } = await emptyTarget()
    await database.newOrganization()
    await expect(restore(file, target)).rejects.toThrow('already an organization')
    await database.close()
  })
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (b) => b.subarray(0, b.length / 2)],
    ['changed in one byte', (b) => { const plain = gunzipSync(b); plain[plain.indexOf('Żaneta')] = 88; return gzipSync(plain) }],
    ['no backup at all', () => Buffer.from('hello')],
    ['without its manifest', (b) => { const plain = gunzipSync(b); return gzipSync(Buffer.concat([plain.subarray(0, plain.indexOf('manifest.json')), Buffer.alloc(1024)])) }],
  ])('refuses one that is %s, and changes nothing', async (_, damage) => {
    const { database, target } = await emptyTarget()
    const damaged = join(folder, 'damaged.kontuar')
    await writeFile(damaged, damage(await readFile(file)))
    await expect(restore(damaged, target)).rejects.toThrow(RestoreError)
    expect(await database.asOwner('select 1 from customer')).toEqual([])
    await database.close()
  })
})

test('a backup that fails leaves no file with its name', async () => {
  const target = join(folder, 'failed.kontuar')
  await expect(backup({ ownerUrl: source.ownerUrl, files: openDiskStore(join(folder, 'nowhere')), secret: null }, target)).rejects.toThrow('ENOENT')
  expect((await readdir(folder)).includes('failed.kontuar')).toBe(false)
})
