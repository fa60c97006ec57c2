/*
 * What a tablet opens and sends: /k/<token>, its answers, the script and the service worker. An address that nobody has (any more) is
 * 410 for the tablet, which then keeps what it holds; for whoever guesses it says nothing either way.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BatchOutcome } from '@kontuar/widget'
import { Refusal, toProblem } from '../../../../platform/http/refusal.ts'
import { takeTries } from '../../../../platform/http/rate-limit.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { takeMiss } from '../../public/limits.ts'
import { sendPage } from '../../public/send-page.ts'
import { showNotice } from '../../public/show-closed.ts'
import { sendScript } from '../built-scripts.ts'
import { openKiosk } from './open-kiosk.ts'
import { readBatch } from './rules/read-batch.ts'
import { showKiosk, whatIsShown } from './show-kiosk.ts'
import { takeBatch } from './take-batch.ts'

/** Batches from one tablet: enough for a day's answers at once after a cut, and 25 answers a second after that. */
const batches = { kind: 'kiosk-batch', burst: 120, secondsEach: 2 }

export function kioskPages(app: FastifyInstance, platform: Platform): void {
  app.get('/k/kiosk.js', { schema: { hide: true } }, (request, reply) => sendScript(request, reply, 'kiosk', 'public, max-age=31536000, immutable'))
  app.get('/k/worker.js', { schema: { hide: true } }, (request, reply) => sendScript(request, reply, 'worker', 'no-cache'))

  void app.register(async (scope) => {
    // The address is the secret.
    scope.addHook('onSend', async (_request, reply) => void reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }))
    tabletRoutes(scope, platform)
  })
}

function tabletRoutes(scope: FastifyInstance, platform: Platform): void {
  scope.get<{ Params: { token: string } }>('/k/:token', { schema: { hide: true } }, async (request, reply) => {
    const kiosk = await openKiosk(platform, request.params.token)
    if (kiosk === null) return sendMiss(platform, request, reply)
    const page = await showKiosk(platform, kiosk)
    // Set up before its survey is published: it looks again by itself.
    return page === null ? sendPage(request, reply.header('refresh', '60'), 200, showNotice(request, null, 'not-started'), null) : sendPage(request, reply, 200, page, null)
  })

  scope.post<{ Params: { token: string } }>('/k/:token/answers', { schema: { hide: true } }, async (request, reply) => {
    const kiosk = await openKiosk(platform, request.params.token)
    if (kiosk === null) {
      const wait = await takeMiss(platform, request)
      if (wait > 0) throw tooMany(wait)
      return reply.code(410).type('application/problem+json').send(JSON.stringify({ ...toProblem('not-found', 'Nobody has this address any more: the kiosk was retired, or its address renewed. Open its new address on this device.'), status: 410 }))
    }
    const wait = await takeTries(platform, [{ ...batches, of: kiosk.id }])
    if (wait > 0) throw tooMany(wait)
    const batch = readBatch(request.body)
    if (batch === null) throw new Refusal('invalid-input', 'Send {"answers": […], "now": …, "waiting": …} with at most 200 answers.')
    const results = await takeBatch(platform, kiosk, batch)
    const { tag } = await whatIsShown(platform, kiosk)
    return { now: new Date().toISOString(), page: tag, results } satisfies BatchOutcome
  })
}

async function sendMiss(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const wait = await takeMiss(platform, request)
  if (wait > 0) return sendPage(request, reply.header('retry-after', wait), 429, showNotice(request, null, 'too-many', wait), null)
  return sendPage(request, reply, 410, showNotice(request, null, 'unknown'), null)
}

const tooMany = (seconds: number): Refusal => Object.assign(new Refusal('too-many-requests', `Too many at once: wait ${seconds} s and send them again.`), { retryAfter: seconds })
