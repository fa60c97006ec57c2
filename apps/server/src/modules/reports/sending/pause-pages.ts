// The page behind "pause this report" in a mail. GET asks, since scanners open every link; POST does it, and the mail program's own button posts
// here too (RFC 8058). It says what the report is called and nothing of whose it is before that.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { plainLook, policyOf, renderNotice, renderOneButton, type Page } from '@kontuar/pages'
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { network, takeTries } from '../../../platform/http/rate-limit.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readFeedbackSettings } from '../../feedback/index.ts'
import { endPause, setPause } from '../../notifications/index.ts'
import { findReportRow } from '../definitions/report-row.ts'
import { reportWords } from '../filling/words/index.ts'
import { addressKey, readPauseToken, type Paused } from './pause-link.ts'

const largestForm = 4096
/** Addresses that nobody has: as the pages of surveys count them. */
const miss = { kind: 'page-miss', burst: 30, secondsEach: 10 }

export function pausePages(app: FastifyInstance, platform: Platform): void {
  void app.register(async (scope) => {
    scope.removeContentTypeParser(['application/json', 'text/plain', 'multipart/form-data'])
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: largestForm }, (_request, body, done) => done(null, new URLSearchParams(String(body))))
    // Mail programs may send the button as multipart (RFC 8058, 3.2); what it says is known without reading it.
    scope.addContentTypeParser('multipart/form-data', (_request, payload, done) => { payload.resume(); payload.on('end', () => done(null, null)); payload.on('error', done) })
    scope.addHook('onSend', async (_request, reply) => { reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' }) })
    scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'page failed')
      return send(reply, status >= 400 && status < 600 ? status : 500, notice(request, status === 413 ? 'too-large' : status < 500 ? 'unreadable' : 'fault'))
    })
    scope.route<{ Params: { token: string } }>({ method: ['GET', 'POST'], url: '/r/:token', schema: { hide: true }, handler: (request, reply) => answer(platform, request, reply) })
  })
}

type Asked = FastifyRequest<{ Params: { token: string } }>

async function answer(platform: Platform, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const paused = readPauseToken(platform.crypto, request.params.token)
  const found = paused === null ? null : await platform.db.read(paused.orgId, (tx) => readPage(tx, platform.crypto, paused))
  if (paused === null || found === null) {
    const wait = await takeTries(platform, [{ ...miss, of: network(request.ip) }])
    return wait > 0 ? send(reply.header('retry-after', wait), 429, notice(request, 'too-many', wait)) : send(reply, 404, notice(request, 'unknown'))
  }
  const { language, look, organization, report, held } = found
  const words = reportWords[language].page
  const page = (title: string, text: (name: string) => string, button: { label: string; value: string } | null) => renderOneButton({ language, look, organization, title, text: text(report), button: button === null ? null : { ...button, action: `/r/${request.params.token}` } })
  const done = () => page(words.doneTitle, words.doneText, { label: words.again, value: 'again' })
  if (request.method !== 'POST') return send(reply, 200, held ? done() : page(words.title, words.text, { label: words.button, value: 'pause' }))
  const again = request.body instanceof URLSearchParams && request.body.get('do') === 'again'
  await platform.db.write(paused.orgId, (tx) => (again ? goOn(tx, paused) : pause(tx, paused)))
  return send(reply, 200, again ? page(words.backTitle, words.backText, null) : done())
}

interface PausePage { language: Locale; look: { colour: string; logo: string | null; name: string | null }; organization: string; report: string; held: boolean }

/** Null: there is no such report, or nobody of ours by that id. */
async function readPage(tx: Tx, crypto: Platform['crypto'], { reportId, who }: Paused): Promise<PausePage | null> {
  const [org] = await tx.query<{ name: string; locale: Locale }>('select name, locale from org where id = $1', [tx.orgId], 'organization-of-pause')
  if (org === undefined) return null
  const [person] = 'staffId' in who ? await tx.query<{ locale: Locale | null; held: boolean }>(`select s.locale, exists (select from pause p where p.org_id = s.org_id and p.staff_id = s.id and p.subject = $3 and (p.until is null or p.until > now())) as held from staff s where s.org_id = $1 and s.id = $2 and s.active`, [tx.orgId, who.staffId, `report:${reportId}`], 'person-who-pauses')
    : await readAddress(tx, crypto, reportId, who.addressKey)
  if (person === undefined) return null
  const language = person.locale ?? org.locale
  const row = await findReportRow(tx, reportId, language)
  if (row === null) return null
  const { look } = await readFeedbackSettings(tx)
  return { language, look, organization: org.name, report: row.definition.title, held: person.held }
}

/** In the language of the last report that went there: the key does not tell the address, so those of the report are tried. */
async function readAddress(tx: Tx, crypto: Platform['crypto'], reportId: string, key: string): Promise<{ locale: Locale | null; held: boolean }[]> {
  const sent = await tx.query<{ address: string; language: Locale }>(`select distinct on (s.address) s.address, s.language from report_sending s where s.org_id = $1 and s.report_id = $2 and s.staff_id is null order by s.address, s.created_at desc limit 500`, [tx.orgId, reportId], 'addresses-of-report')
  const [row] = await tx.query<{ held: boolean }>('select exists (select from report_refusal r where r.org_id = $1 and r.report_id = $2 and r.address_key = $3) as held', [tx.orgId, reportId, key], 'address-that-pauses')
  return [{ locale: sent.find(({ address }) => addressKey(crypto, address) === key)?.language ?? null, held: row!.held }]
}

async function pause(tx: Tx, { reportId, who }: Paused): Promise<void> {
  if ('staffId' in who) await setPause(tx, who.staffId, { subject: `report:${reportId}`, until: null }, new Date())
  else if (await stands(tx, reportId)) await tx.query(`insert into report_refusal (org_id, report_id, address_key, why) values ($1, $2, $3, 'paused') on conflict (org_id, report_id, address_key) do update set why = 'paused'`, [tx.orgId, reportId, who.addressKey], 'refuse-report')
}

async function goOn(tx: Tx, { reportId, who }: Paused): Promise<void> {
  if ('staffId' in who) await endPause(tx, who.staffId, `report:${reportId}`)
  else await tx.query('delete from report_refusal where org_id = $1 and report_id = $2 and address_key = $3', [tx.orgId, reportId, who.addressKey], 'want-report-again')
}

const stands = async (tx: Tx, reportId: string) => (await tx.query('select 1 from report where org_id = $1 and id = $2', [tx.orgId, reportId], 'report-stands')).length > 0

const send = (reply: FastifyReply, status: number, page: Page): FastifyReply => reply.code(status).headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(page, null), 'vary': 'accept-language' }).send(page.html)

function notice(request: FastifyRequest, code: Parameters<typeof renderNotice>[0]['code'], waitSeconds?: number): Page {
  const wished = (request.headers['accept-language'] ?? '').toLowerCase().split(',').map((part) => part.trim().slice(0, 2))
  return renderNotice({ code, language: wished.find((l) => l === 'pl' || l === 'ru' || l === 'en') ?? 'en', look: plainLook, organization: null, embedded: false, ...(waitSeconds === undefined ? {} : { waitSeconds }) })
}
