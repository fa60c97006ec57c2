/*
 * The pages customers open: invitations (/s), open links (/f), "do not ask me again" (/u), logos (/p/logo). They have a scope of
 * their own: forms are read, mistakes are answered as pages, nobody signs in. GET and HEAD must never store an answer.
 */
import type { FastifyError, FastifyInstance } from 'fastify'
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
      return sendPage(request, reply, status < 400 || status >= 600 ? 500 : status, showNotice(request, null, status === 413 ? 'too-large' : status === 404 ? 'unknown' : 'fault'), null)
    })
    surveyRoutes(scope, platform)
    optOutRoutes(scope, platform)
    logoRoute(scope, platform)
  })
}
