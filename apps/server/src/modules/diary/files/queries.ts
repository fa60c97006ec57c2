import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export interface StoredName { name: string; type: string; size: number; sha256: string }
export interface Upload extends StoredName { id: string }

/** Only one's own: what a colleague is about to attach is nobody else's matter. @throws Refusal `not-found` */
export async function findUpload(tx: Tx, id: string, staffId: string): Promise<StoredName> {
  const [found] = await findUploads(tx, [id], staffId)
  if (found === undefined) throw notFound('file')
  return found
}

/** In the order asked; the ones not found are left out. */
export async function findUploads(tx: Tx, ids: readonly string[], staffId: string): Promise<Upload[]> {
  const asked = ids.filter(isId)
  if (asked.length === 0) return []
  const rows = await tx.query<Upload>('select id, name, type, size, sha256 from upload where org_id = $1 and id = any ($2) and staff_id = $3', [tx.orgId, asked, staffId], 'find-uploads')
  return asked.flatMap((id) => rows.filter((r) => r.id === id.toLowerCase()))
}

/** @throws Refusal `not-found` */
export async function findAttachment(tx: Tx, id: string): Promise<StoredName> {
  const [found] = isId(id) ? await tx.query<StoredName>('select name, type, size, sha256 from attachment where org_id = $1 and id = $2', [tx.orgId, id], 'find-attachment') : []
  if (found === undefined) throw notFound('attachment')
  return found
}
