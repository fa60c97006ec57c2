// Files of the composer, and attachments of entries.
import { getAttachment as getAttachmentRoute, getFile as getFileRoute, uploadFile as uploadFileRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fileKey } from '../../../platform/files/store.ts'
import { fileHeaders } from './file-headers.ts'
import { findAttachment, findUpload, type StoredName } from './queries.ts'
import { uploadFile } from './upload-file.ts'
import type { FastifyReply } from 'fastify'

export function fileRoutes(implement: Implement, platform: Platform) {
  const { db, files } = platform
  const send = async (reply: FastifyReply, orgId: number, file: StoredName) => {
    const bytes = await files.stream(fileKey(orgId, file.sha256))
    return reply.headers(fileHeaders(file)).send(bytes)
  }
  implement(uploadFileRoute, ({ actor, request }) => uploadFile(platform, actor, request))
  implement(getFileRoute, async ({ actor, params, reply }) => send(reply, actor.orgId, await db.read(actor.orgId, (tx) => findUpload(tx, params.id, actor.staffId))))
  implement(getAttachmentRoute, async ({ actor, params, reply }) => send(reply, actor.orgId, await db.read(actor.orgId, (tx) => findAttachment(tx, params.id))))
}
