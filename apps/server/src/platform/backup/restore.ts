// Restores a backup into an empty installation of the same version: first every checksum, then files, then all tables
// in one transaction, so that a restore either is complete or changed nothing.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import { listMigrations } from '../db/migrate.ts'
import type { BlobStore } from '../files/store.ts'
import { backupFormat, type Manifest } from './backup.ts'
import { columnList, quote } from './tables.ts'

export class RestoreError extends Error {}

export interface RestoreTarget { ownerUrl: string; files: BlobStore; saveSecret(secret: string): Promise<void>; onProgress?(what: string): void }

export async function restore(source: string, target: RestoreTarget): Promise<Manifest> {
  const { onProgress } = target
  const manifest = await verify(source)
  const client = new pg.Client({ connectionString: target.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from org limit 1')
    if (rows.length > 0) throw new RestoreError('There is already an organization here: restore into an empty data folder or database (set KONTUAR_DATA or DATABASE_URL to a new one).')
    onProgress?.('files')
    let secret: string | null = null
    const small = new Map<string, Buffer>()
    for await (const { name, bytes } of entriesOf(source)) {
      if (name.startsWith('files/')) await target.files.put(name.slice('files/'.length), bytes)
      else if (name === 'secret.key') secret = bytes.toString()
      else if (name.endsWith('.json')) small.set(name, bytes)
    }
    // Constraints checked at the end of the transaction would stand in the way of altering their tables.
    await client.query(`begin; set constraints all immediate; set local kontuar.restoring = 'on'`)
    await fillTables(client, source, manifest, onProgress)
    await setCounters(client, JSON.parse(String(small.get('counters.json'))) as Counter[])
    await client.query('select enqueue($1)', [String(small.get('jobs.json'))])
    await client.query('update installation set generation = gen_random_uuid()')
    await client.query('commit')
    if (secret !== null) await target.saveSecret(secret)
    return manifest
  } finally {
    await client.end()
  }
}

async function verify(source: string): Promise<Manifest> {
  const seen: Manifest['entries'] = {}
  let manifest: Manifest | null = null
  try {
    for await (const { name, bytes } of entriesOf(source)) {
      if (name === 'manifest.json') manifest = JSON.parse(bytes.toString()) as Manifest
      else seen[name] = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    }
  } catch (error) {
    throw new RestoreError(`The backup cannot be read to its end (${(error as Error).message}): it is cut off or damaged, take another one.`, { cause: error })
  }
  if (manifest === null) throw new RestoreError('The backup has no manifest: it was cut off, take another one.')
  if (manifest.format !== backupFormat) throw new RestoreError(`The backup has format ${manifest.format}, this Kontuar reads format ${backupFormat}: use the version that made it.`)
  const wrong = [...new Set([...Object.keys(seen), ...Object.keys(manifest.entries)])].find((name) => seen[name]?.sha256 !== manifest.entries[name]?.sha256)
  if (wrong !== undefined) throw new RestoreError(`The backup is damaged at "${wrong}": take another one.`)
  const here = (await listMigrations()).map((m) => `${m.name} ${m.hash}`).join()
  if (manifest.migrations.map((m) => `${m.name} ${m.hash}`).join() !== here) throw new RestoreError(`The backup was made by another version of Kontuar (last migration ${manifest.migrations.at(-1)?.name}): restore it with that version, then upgrade.`)
  return manifest
}

async function* entriesOf(source: string): AsyncIterable<{ name: string; bytes: Buffer }> {
  const tar = extract()
  const read = pipeline(createReadStream(source), createGunzip(), tar)
  read.catch((error: unknown) => tar.destroy(error as Error))
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    yield { name: entry.header.name, bytes: Buffer.concat(chunks) }
  }
  await read
}

async function fillTables(client: pg.Client, source: string, manifest: Manifest, onProgress?: (what: string) => void) {
  // The parts lie in the file in the order in which the tables may be filled.
  const parts = entriesOf(source)[Symbol.asyncIterator]()
  let next = await parts.next()
  const forced = new Set((await client.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity`)).rows.map((r) => r.name))
  for (const table of manifest.tables) {
    onProgress?.(table.name)
    const prefix = `tables/${table.name}/`
    const bytes = async function* () {
      for (; !next.done && next.value.name.startsWith(prefix); next = await parts.next()) yield next.value.bytes
    }
    // COPY does not work under forced row-level security; the lock of the change keeps everybody else out meanwhile.
    await client.query(`alter table ${quote(table.name)} no force row level security`)
    await pipeline(Readable.from(bytes()), client.query(copyFrom(`copy ${quote(table.name)} (${columnList(table)}) from stdin`)))
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${quote(table.name)}`)
    if (forced.has(table.name)) await client.query(`alter table ${quote(table.name)} force row level security`)
    if (rows[0]!.n !== table.rows) throw new RestoreError(`Of ${table.name} ${rows[0]!.n} rows arrived instead of ${table.rows}: nothing was restored.`)
  }
  await parts.return?.(undefined)
}

interface Counter { name: string; value: string | null }

async function setCounters(client: pg.Client, counters: Counter[]) {
  for (const { name, value } of counters) {
    const org = /^ticket_number\.org_(\d+)$/.exec(name)?.[1]
    if (org !== undefined) await client.query('select create_ticket_numbers($1)', [org])
    if (value !== null) await client.query('select setval($1::regclass, $2::bigint)', [quote(name), value])
  }
}
