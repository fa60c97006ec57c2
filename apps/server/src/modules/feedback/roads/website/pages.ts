// For websites of others: the loader, and when a survey of theirs asks. Both are the same for every visitor, and tell nothing of one.
import type { FastifyInstance } from 'fastify'
import { plain } from '@kontuar/pages'
import { closeWord, type WebsiteSurvey } from '@kontuar/widget'
import { takeMiss } from '../../public/limits.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { isClosed, isCode, openLink } from '../../answering/index.ts'
import { completeSettings } from '../links/rules/website-settings.ts'
import { sendScript } from '../built-scripts.ts'

/** Any website may read it, whatever isolation it asks of its parts. */
const forAll = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

export function websitePages(app: FastifyInstance, platform: Platform): void {
  // An hour: a mended loader reaches every shop within it, and a page view costs no request before.
  app.get('/loader.js', { schema: { hide: true } }, (request, reply) => sendScript(request, reply.headers(forAll), 'loader', 'public, max-age=3600'))

  app.get<{ Params: { name: string } }>('/w/:name', { schema: { hide: true } }, async (request, reply) => {
    reply.headers({ ...forAll, 'cache-control': 'public, max-age=60' })
    const code = /^(.{1,40})\.json$/.exec(request.params.name)?.[1] ?? ''
    const survey = isCode(code) ? await websiteSurvey(platform, code) : null
    if (survey !== null) return survey
    const wait = await takeMiss(platform, request)
    return wait > 0 ? reply.header('retry-after', wait).code(429).send({ asks: false }) : reply.code(404).send({ asks: false })
  })
}

/** Null: nobody has this code, or it is of no website. */
async function websiteSurvey(platform: Platform, code: string): Promise<WebsiteSurvey | { asks: false } | null> {
  const opened = await openLink(platform, code)
  if (isClosed(opened)) return opened.closed === 'unknown' ? null : { asks: false }
  if (opened.road !== 'website') return null
  const [row] = await platform.db.read(opened.asker.orgId, (tx) => tx.query<{ settings: object }>('select settings from survey_link where org_id = $1 and code = $2', [tx.orgId, code], 'website-settings'))
  const { trigger, seconds, scrollShare, pages, againAfterDays, share, side } = completeSettings(row?.settings ?? {})
  const { definition, facts, asker } = opened
  const texts = Object.fromEntries(definition.languages.map((language) => [language, { title: plain({ definition, language, facts }, definition.title) || asker.look.name || asker.organization, close: closeWord(language) }]))
  return { asks: true, trigger, seconds, scrollShare, pages, againAfterDays, share, side, colour: asker.look.colour, defaultLanguage: definition.defaultLanguage, texts }
}
