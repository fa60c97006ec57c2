// The text of a table: sent in the request, or uploaded before as a file.
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { fileKey } from '../../../../platform/files/store.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findUploads } from '../../../diary/index.ts'
import { decodeText } from './decode-text.ts'

interface GivenTable { csv?: string; fileId?: string }

/** One's own file alone. @throws Refusal */
export async function readGivenText({ db, files }: Platform, actor: Actor, { csv, fileId }: GivenTable): Promise<string> {
  if ((csv === undefined) === (fileId === undefined)) throw new Refusal('invalid-input', 'Send the table as "csv", or name an uploaded file as "fileId": one of them.', { csv: 'is needed, or a file' })
  if (csv !== undefined) return csv
  const [upload] = await db.read(actor.orgId, (tx) => findUploads(tx, [fileId!], actor.staffId))
  if (upload === undefined) throw notFound('file')
  return decodeText(await files.get(fileKey(actor.orgId, upload.sha256)))
}
