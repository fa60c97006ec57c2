// Files by the hash of their content, apart for each organization. A row in `file` is written only after
// the bytes are safe, so what the database names is always there.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Tx } from '../db/database.ts'

/** Where the bytes lie: on disk (disk.ts) or in S3-compatible storage (s3.ts). Keys are "<org>/<sha256>". */
export interface BlobStore {
  /** Durable when it resolves. Writing the same key again is harmless. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @throws when there is no such key. */
  get(key: string): Promise<Buffer>
  stream(key: string): Promise<Readable>
  has(key: string): Promise<boolean>
  list(): AsyncIterable<string>
}

export interface StoredFile { sha256: string; size: number }

export const fileKey = (orgId: number, sha256: string) => `${orgId}/${sha256}`

/** Puts the bytes away durably; call before the transaction that names them. */
export async function storeBytes(store: BlobStore, orgId: number, bytes: Uint8Array): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.put(fileKey(orgId, sha256), bytes)
  return { sha256, size: bytes.byteLength }
}

export async function recordFiles(tx: Tx, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return
  const unique = [...new Map(files.map((f) => [f.sha256, f])).values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  await tx.query('insert into file (org_id, sha256, size) select $1, * from unnest($2::text[], $3::bigint[]) on conflict do nothing',
    [tx.orgId, unique.map((f) => f.sha256), unique.map((f) => f.size)], 'record-files')
}
