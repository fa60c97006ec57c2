/*
 * POST /hooks/shop/<code>: a shop tells of purchases (docs/api/shop-webhook.md). Nobody signs in here; the signature over the very bytes
 * that came is what opens it, so the body is kept as it came. Whoever guesses codes or signatures is slowed down; a right signature never.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { network, takeTries, type Bucket } from '../../../platform/http/rate-limit.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { signatureSentences } from './rules/signature.ts'
import { findShop, noteRefusal, takeTold, whyNotTheirs } from './take-told.ts'

/** A hundred purchases with all they may hold. */
const largestBytes = 256 * 1024
/** From one network: codes that nobody has, and signatures that do not fit. */
const misses = { kind: 'shop-miss', burst: 30, secondsEach: 10 }
const forgeries = { kind: 'shop-forgery', burst: 20, secondsEach: 10 }

export function shopPages(app: FastifyInstance, platform: Platform): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // Some shops send their JSON as text, or say nothing of its kind.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestBytes }, (_request, body, done) => done(null, body))
    scope.post<{ Params: { code: string } }>('/hooks/shop/:code', { schema: { hide: true } }, async (request, reply) => {
      const now = new Date()
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const shop = await findShop(platform, request.params.code)
      if (shop === null) {
        await slowDown(platform, { ...misses, of: network(request.ip) })
        throw notFound('shop')
      }
      const fault = whyNotTheirs(shop, headerOf(request), body, now)
      if (fault !== null) {
        await slowDown(platform, { ...forgeries, of: `${network(request.ip)} ${shop.id}` })
        await noteRefusal(platform, shop, signatureSentences[fault])
        throw new Refusal('wrong-signature', signatureSentences[fault])
      }
      if (!shop.active) throw new Refusal('cannot-do', 'This shop is switched off: switch it on, or stop sending.')
      const told = await takeTold(platform, shop, body, now)
      if ('problem' in told) {
        await noteRefusal(platform, shop, told.problem)
        throw new Refusal('invalid-input', told.problem)
      }
      const [only] = told.taken
      if (told.single && only?.outcome === 'refused') throw new Refusal('invalid-input', only.sentence, only.fields)
      return reply.code(told.taken.some((t) => t.outcome === 'stored') ? 201 : 200).send(told.told)
    })
  })
}

/** Node joins several headers of one name with a comma, which is just how several signatures are written. */
const headerOf = (request: FastifyRequest): string | undefined => [request.headers['kontuar-signature']].flat().join(',') || undefined

async function slowDown(platform: Platform, bucket: Bucket): Promise<void> {
  const wait = await takeTries(platform, [bucket])
  if (wait > 0) throw Object.assign(new Refusal('too-many-requests', `Too many tries from this address: wait ${wait} s.`), { retryAfter: wait })
}
