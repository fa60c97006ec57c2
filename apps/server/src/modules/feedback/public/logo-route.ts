// The logo of an organization, by its content, so that it may be kept for ever. Only what stands as a logo is found: the same store holds
// attachments.
import type { FastifyInstance } from 'fastify'
import { fileKey } from '../../../platform/files/store.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pictureType } from '../asking/settings/picture-type.ts'

export function logoRoute(scope: FastifyInstance, { db, files }: Platform): void {
  scope.get<{ Params: { sha: string } }>('/p/logo/:sha', { schema: { hide: true } }, async (request, reply) => {
    const { sha } = request.params
    const [place] = /^[0-9a-f]{64}$/.test(sha) ? await db.query<{ org_id: number }>('select org_id from find_logo($1)', [sha], 'find-logo') : []
    const bytes = place && (await files.get(fileKey(place.org_id, sha)).catch(() => null))
    const type = bytes && pictureType(bytes)
    if (!bytes || !type) throw Object.assign(new Refusal('not-found', 'There is no such logo.'), { statusCode: 404 })
    return reply.headers({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'cross-origin' }).send(bytes)
  })
}
