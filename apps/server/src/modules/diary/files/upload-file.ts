// A file for the composer: read as it streams in, put away durably, then named in the database.
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { recordFiles, storeBytes } from '../../../platform/files/store.ts'
import { storable } from '../../../platform/db/storable.ts'

/** Most mail servers refuse more than 25 MB, a third of which base64 takes. */
const largestBytes = 25 * 1024 * 1024

export async function uploadFile({ db, files }: Platform, actor: Actor, request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new Refusal('unsupported-type', 'Send the file as multipart/form-data in the field "file".')
  const part = await request.file({ limits: { fileSize: largestBytes, files: 1 } })
  if (part === undefined) throw new Refusal('invalid-input', 'There is no file in the request: send it in the field "file".', { file: 'is missing' })
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new Refusal('too-large', 'The file is larger than 25 MB, more than mail servers take: share it as a link instead.')
    throw error
  })
  if (bytes.length === 0) throw new Refusal('invalid-input', 'The file is empty: choose another one.', { file: 'is empty' })
  const stored = await storeBytes(files, actor.orgId, bytes)
  const upload = {
    id: newId(), ...stored,
    name: storable(part.filename ?? '').replace(/[\p{Cc}/\\]/gu, '_').slice(0, 255).toWellFormed() || 'file',
    type: /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(part.mimetype) ? part.mimetype.toLowerCase() : 'application/octet-stream',
  }
  await db.write(actor.orgId, async (tx) => {
    await recordFiles(tx, [stored])
    await tx.query('insert into upload (org_id, id, staff_id, name, type, size, sha256) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.orgId, upload.id, actor.staffId, upload.name, upload.type, upload.size, upload.sha256], 'insert-upload')
  })
  return upload
}
