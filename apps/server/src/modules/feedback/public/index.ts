/*
 * The pages customers open: invitations (/s), open links (/f), "do not ask me again" (/u), logos (/p/logo). They have a scope of
 * their own: forms are read, mistakes are answered as pages, nobody signs in. GET and HEAD must never store an answer.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { NoticeCode } from '@kontuar/pages'
import type { Platform } from '../../../platform/platform.ts'
import { logoRoute } from './logo-route.ts'
import { optOutRoutes } from './opt-out-routes.ts'
import { readForms } from './read-form.ts'
import { sendPage } from './send-page.ts'
import { showNotice } from './show-closed.ts'
import { surveyRoutes } from './survey-routes.ts'

export function publicPages(app: FastifyInstance, platform: Platform): void {
  void app.register(async (scope) => {
    readForms(scope)
    scope.addHook('onSend', async (_request, reply) => {
      // The address is the secret: it must not travel to the review sites the thanks page links to.
      reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' })
    })
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'page failed')
      return sendPage(request, reply, status < 400 || status >= 600 ? 500 : status, showNotice(request, null, noticeOf(status)), null)
    })
    for (const url of ['/s/:token', '/f/:code', '/u/:token']) refuseOtherMethods(scope, url)
    surveyRoutes(scope, platform)
    optOutRoutes(scope, platform)
    logoRoute(scope, platform)
  })
}

const noticeOf = (status: number): NoticeCode => (status === 413 ? 'too-large' : status === 404 ? 'unknown' : status >= 400 && status < 500 ? 'unreadable' : 'fault')

/** Before a body is looked at: whatever it is, it would not be taken. */
function refuseOtherMethods(scope: FastifyInstance, url: string): void {
  const refuse = (request: FastifyRequest, reply: FastifyReply) => sendPage(request, reply.header('allow', 'GET, HEAD, POST'), 405, showNotice(request, null, 'unreadable'), null)
  scope.route({ method: ['DELETE', 'OPTIONS', 'PATCH', 'PUT'], url, schema: { hide: true }, onRequest: async (request, reply) => refuse(request, reply), handler: refuse })
}
