// A backup: one consistent moment of the whole installation in one file, made while it runs.
// A gzipped tar: tables as PostgreSQL's COPY text in parts, jobs and counters as JSON, files by content, and
// last a manifest with a checksum of every entry, so that a cut or changed backup is recognised before it is used.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { listMigrations } from '../db/migrate.ts'
import type { BlobStore } from '../files/store.ts'
import { columnList, listBackupTables, quote } from './tables.ts'

export const backupFormat = 1
const partBytes = 4 * 1024 * 1024

export interface Manifest {
  format: number
  createdAt: string
  migrations: { name: string; hash: string }[]
  tables: { name: string; columns: string[]; rows: number }[]
  /** Name of the entry → size and SHA-256. */
  entries: Record<string, { size: number; sha256: string }>
}

export interface BackupSource { ownerUrl: string; files: BlobStore; secret: string | null; onProgress?(what: string): void }

/** Writes the backup to `target`; a half-written file never bears that name. */
export async function backup(source: BackupSource, target: string): Promise<Manifest> {
  const tar = pack()
  const part = `${target}.part`
  const written = pipeline(tar, createGzip({ level: 4 }), createWriteStream(part, { mode: 0o600 }))
  const client = new pg.Client({ connectionString: source.ownerUrl })
  try {
    await client.connect()
    await client.query('begin isolation level repeatable read read only')
    const manifest = await fill(tar, client, source)
    tar.finalize()
    await written
    const file = await open(part)
    await file.sync()
    await file.close()
    await rename(part, target)
    return manifest
  } catch (error) {
    tar.destroy(error as Error)
    await written.catch(() => {})
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function fill(tar: Pack, client: pg.Client, { files, secret, onProgress }: BackupSource): Promise<Manifest> {
  const entries: Manifest['entries'] = {}
  const add = async (name: string, bytes: Buffer) => {
    entries[name] = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    await new Promise<void>((resolve, reject) => { tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve())) })
  }
  const tables: Manifest['tables'] = []
  for (const table of await listBackupTables(client)) {
    onProgress?.(table.name)
    let part = 0
    let rows = 0
    for await (const bytes of inParts(client.query(copyTo(`copy ${quote(table.name)} (${columnList(table)}) to stdout`)))) {
      rows += countLines(bytes)
      await add(`tables/${table.name}/${String(++part).padStart(6, '0')}.copy`, bytes)
    }
    tables.push({ ...table, rows })
  }
  const jobs = await client.query(
    `select t.identifier as name, j.payload, q.queue_name as queue, j.run_at as "runAt", j.max_attempts as "maxAttempts", j.key, j.priority
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`)
  await add('jobs.json', Buffer.from(JSON.stringify(jobs.rows)))
  const counters = await client.query(`select schemaname || '.' || sequencename as name, last_value::text as value from pg_sequences where schemaname in ('public', 'auth', 'ticket_number')`)
  await add('counters.json', Buffer.from(JSON.stringify(counters.rows)))
  if (secret !== null) await add('secret.key', Buffer.from(secret))

  const stored = await client.query<{ org_id: number; sha256: string }>('select org_id, sha256 from file order by 1, 2')
  for (const [i, { org_id, sha256 }] of stored.rows.entries()) {
    if (i % 500 === 0) onProgress?.(`files ${i} of ${stored.rows.length}`)
    await add(`files/${org_id}/${sha256}`, await files.get(`${org_id}/${sha256}`))
  }
  const manifest: Manifest = {
    format: backupFormat, createdAt: new Date().toISOString(), migrations: (await listMigrations()).map(({ name, hash }) => ({ name, hash })), tables, entries,
  }
  await add('manifest.json', Buffer.from(JSON.stringify(manifest)))
  return manifest
}

async function* inParts(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    waiting.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** COPY text escapes line ends inside values, so each line feed ends a row. */
function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}
