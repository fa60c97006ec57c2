/*
 * What the buttons of a mail open. GET shows one button and does nothing, since whatever scans mail opens links; POST acts in the name of the
 * person the mail was written to, as far as they still may: the link is who they are, and lasts seven days. Before that the page names
 * nobody and says nothing of the alert.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { rolePermissions, type Locale } from '@kontuar/contracts'
import { plainLook, policyOf, renderOneButton, type Look, type Page } from '@kontuar/pages'
import { viewer, type Tx } from '../../../../platform/db/database.ts'
import { network, takeTries } from '../../../../platform/http/rate-limit.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { readFeedbackSettings } from '../../../feedback/index.ts'
import { organizationOf } from '../../../identity/index.ts'
import { acknowledgeAlert } from '../../life/commands/acknowledge.ts'
import { takeCall, takeTask } from '../../life/commands/take-over.ts'
import { getAlertRow } from '../../life/list-alerts.ts'
import { findInsider, type Insider } from '../../life/reader.ts'
import { readToken, type ActionLink } from '../links/action-link.ts'
import { tellingWords, type Said, type TellingWords } from '../words/index.ts'

const largestForm = 4096
/** Addresses that nobody has: as the other pages count them. */
const miss = { kind: 'page-miss', burst: 30, secondsEach: 10 }

export function actionPages(app: FastifyInstance, platform: Platform): void {
  void app.register(async (scope) => {
    scope.removeContentTypeParser(['application/json', 'text/plain', 'multipart/form-data'])
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: largestForm }, (_request, _body, done) => done(null, null))
    scope.addHook('onSend', async (_request, reply) => { reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' }) })
    scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'page failed')
      const words = tellingWords(browserLanguage(request)).page
      return send(reply, status >= 400 && status < 600 ? status : 500, plainPage(browserLanguage(request), status >= 500 ? words.fault : words.unknown))
    })
    scope.route<{ Params: { token: string } }>({ method: ['GET', 'POST'], url: '/a/:token', schema: { hide: true }, handler: (request, reply) => answer(platform, request, reply) })
  })
}

type Asked = FastifyRequest<{ Params: { token: string } }>
interface Whose { insider: Insider; organization: string; look: Look }

async function answer(platform: Platform, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { db, crypto } = platform
  const link = readToken(crypto, request.params.token)
  const whose = link === null ? null : await db.read(link.orgId, (tx) => readWhose(tx, link))
  if (link === null || whose === null) {
    const wait = await takeTries(platform, [{ ...miss, of: network(request.ip) }])
    const words = tellingWords(browserLanguage(request)).page
    return wait > 0 ? send(reply.header('retry-after', wait), 429, plainPage(browserLanguage(request), words.wait(wait))) : send(reply, 404, plainPage(browserLanguage(request), words.unknown))
  }
  const { insider, organization, look } = whose
  const words = tellingWords(insider.locale).page
  const page = ({ title, text }: Said, button: string | null, links: { label: string; href: string }[] = []) =>
    renderOneButton({ language: insider.locale, look, organization, title, text, button: button === null ? null : { label: button, action: `/a/${request.params.token}`, value: link.action }, links })
  const toAlert = { label: words.toAlert, href: `${platform.publicUrl()}/alerts/${link.alertId}` }
  if (link.expires * 1000 < Date.now()) return send(reply, 410, page(words.expired, null, [toAlert]))
  const asked = words[link.action]
  if (request.method !== 'POST') return send(reply, 200, page(asked, asked.button))
  try {
    const { said, links } = await act(platform, link, insider, words)
    return send(reply, 200, page(said, null, [toAlert, ...links]))
  } catch (error) {
    if (error instanceof Refusal) return send(reply, error.status === 404 ? 403 : error.status, page(words.notAllowed, null, [toAlert]))
    throw error
  }
}

/** Null: nobody of this organization has that id and may sign in. */
async function readWhose(tx: Tx, { staffId }: ActionLink): Promise<Whose | null> {
  const insider = await findInsider(tx, staffId)
  return insider === null ? null : { insider, organization: (await organizationOf(tx)).name, look: (await readFeedbackSettings(tx)).look }
}

type PageWords = TellingWords['page']
interface Done { said: Said; links: { label: string; href: string }[] }

/** @throws Refusal */
function act({ db, publicUrl }: Platform, { orgId, alertId, action }: ActionLink, insider: Insider, words: PageWords): Promise<Done> {
  const doer = { staffId: insider.staffId, role: insider.role, access: insider.access, permissions: new Set(rolePermissions[insider.role]) }
  const work = () => db.write(orgId, async (tx): Promise<Done> => {
    if (!doer.permissions.has('alert.change')) throw new Refusal('not-allowed', 'This needs the permission alert.change.')
    const row = await getAlertRow(tx, doer, alertId)
    const toTicket = row.ticket === null ? [] : [{ label: words.toTicket, href: `${publicUrl()}/tickets/${row.ticket.id}` }]
    const now = new Date()
    if (row.state === 'resolved') return { said: words.done.resolved, links: toTicket }
    if (action === 'acknowledge') {
      const alert = await acknowledgeAlert(tx, doer, alertId, now)
      const [mine] = await tx.query('select 1 from alert where org_id = $1 and id = $2 and acknowledged_by = $3', [orgId, alertId, doer.staffId], 'is-alert-mine')
      return { said: mine === undefined ? words.done.already(alert.acknowledgedByName ?? '') : words.done.acknowledged, links: toTicket }
    }
    const taken = await (action === 'task' ? takeTask : takeCall)(tx, doer, alertId, now)
    const said = taken === 'resolved' ? words.done.resolved : taken === 'already' ? words.done.taskAlready : action === 'task' ? words.done.taskMade : words.done.callMade
    return { said, links: [...(action === 'call-back' && row.customer !== null ? await numbersOf(tx, row.customer.id, words) : []), ...toTicket] }
  })
  return insider.access === 'granted' ? viewer.run(insider.staffId, work) : work()
}

/** On a telephone the next step is one touch away. */
async function numbersOf(tx: Tx, customerId: string, words: PageWords): Promise<{ label: string; href: string }[]> {
  const rows = await tx.query<{ address: string; address_key: string }>(`select address, address_key from identity where org_id = $1 and customer_id = $2 and kind = 'phone' order by created_at limit 2`, [tx.orgId, customerId], 'numbers-to-call')
  return rows.filter((r) => /^\+?[\d ]+$/.test(r.address_key)).map((r) => ({ label: words.call(r.address), href: `tel:${r.address_key.replace(/\s/g, '')}` }))
}

const send = (reply: FastifyReply, status: number, page: Page): FastifyReply => reply.code(status).headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(page, null), 'vary': 'accept-language' }).send(page.html)
const plainPage = (language: Locale, { title, text }: Said): Page => renderOneButton({ language, look: plainLook, organization: '', title, text, button: null })

function browserLanguage(request: FastifyRequest): Locale {
  const wished = (request.headers['accept-language'] ?? '').toLowerCase().split(',').map((part) => part.trim().slice(0, 2))
  return wished.find((l): l is Locale => l === 'pl' || l === 'ru' || l === 'en') ?? 'en'
}
