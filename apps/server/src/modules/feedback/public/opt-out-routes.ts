// "Do not ask me again": GET asks once more (mail scanners open every link), POST does it. The mail program's own button posts here too
// (RFC 8058).
import type { FastifyInstance } from 'fastify'
import { pageLanguages, renderOptOut } from '@kontuar/pages'
import { pickLanguage } from '@kontuar/survey'
import type { Platform } from '../../../platform/platform.ts'
import { openInvitation } from '../answering/index.ts'
import { optOut } from '../asking/wishes/opt-out.ts'
import { takeMiss } from './limits.ts'
import { readPosted } from './read-form.ts'
import { sendPage } from './send-page.ts'
import { showNotice } from './show-closed.ts'
import { addressWith, wishesOf } from './wishes.ts'

export function optOutRoutes(scope: FastifyInstance, platform: Platform): void {
  scope.route<{ Params: { token: string } }>({
    method: ['GET', 'POST'], url: '/u/:token', schema: { hide: true },
    handler: async (request, reply) => {
      const { token } = request.params
      const opened = await openInvitation(platform, token, { note: false, clicked: null })
      const { asker } = opened
      if (asker === null) return sendMiss()
      const { lang } = wishesOf(request)
      const language = pickLanguage({ languages: [...pageLanguages], defaultLanguage: 'en' }, [lang, opened.language, request.headers['accept-language'], asker.locale])
      const page = (state: 'asking' | 'done') => renderOptOut({ language, look: asker.look, organization: asker.organization, action: addressWith(`/u/${token}`, { lang, embedded: false }), state })
      if (request.method !== 'POST') return sendPage(request, reply, 200, page('asking'), null)
      const { form } = await readPosted(request)
      if (!(await optOut(platform, token, form.get('List-Unsubscribe') === 'One-Click' ? 'mail' : 'page'))) return sendMiss()
      return sendPage(request, reply, 200, page('done'), null)

      async function sendMiss() {
        const wait = await takeMiss(platform, request)
        if (wait > 0) return sendPage(request, reply.header('retry-after', wait), 429, showNotice(request, null, 'too-many', wait), null)
        return sendPage(request, reply, 404, showNotice(request, null, 'unknown'), null)
      }
    },
  })
}
