// Takes the pictures in docs/pictures from the demonstration companies: node_modules/.bin/node e2e/take-pictures.ts [name …]
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AlertRule, Mailbox, Recovery, Report, SlaPolicy, Survey, SurveyAnswer, SurveyLink, Ticket, Warning } from '@kontuar/contracts'
import { signIn, type Ask } from './ground/api.ts'
import { openBrowser, settled, visit, type VisitOptions } from './ground/browse.ts'
import { until } from './ground/feedback.ts'
import { startKontuar } from './ground/start-kontuar.ts'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const joanna = { email: 'joanna@mirabelka.example', password: 'kontuar-demo' }
/** Of the shop with four stores. */
const marek = { email: 'marek@turnia.example', password: 'kontuar-demo' }
mkdirSync(folder, { recursive: true })

/** Only these, where any are named. */
const wanted = process.argv.slice(2)

async function take(url: string, name: string, path: string, options: VisitOptions): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return
  const { page, close } = await visit(browser, url, { height: options.width === 390 ? 780 : 800, ...options })
  await page.goto(path)
  await settled(page)
  if (path.startsWith('/tickets/')) await Promise.all([page.locator('[data-entry]').first().waitFor(), page.locator('[data-kind=message]').waitFor()])
  if (name === 'complaint') await page.getByText('Last day to answer').waitFor()
  if (name === 'today') await page.locator('[data-item]').nth(3).waitFor()
  if (name === 'shop-dashboard' || name === 'warning') await page.locator('svg path').nth(20).waitFor()
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  await close()
  console.log(`${name}.png ${Math.round(statSync(file).size / 1024)} KB`)
}

async function ticketNamed(ask: Ask, subject: string): Promise<string> {
  const { items } = await ask<{ items: Ticket[] }>('GET', '/tickets?limit=200')
  const found = items.find((ticket) => ticket.subject === subject && ticket.statusCategory === 'open')
  if (!found) throw new Error(`The demonstration has no open ticket "${subject}".`)
  return `/tickets/${found.id}?view=all`
}

const browser = await openBrowser()
const [empty, demo] = await Promise.all([startKontuar(), startKontuar({ args: ['--demo'] })])
try {
  await take(empty.url, 'set-up', '/', { locale: 'en', width: 1280 })
  const ask = await signIn(demo.url, joanna)
  const wear = (theme: 'light' | 'dark') => ask('PATCH', '/me', { locale: 'en', theme })
  const allergic = await ticketNamed(ask, 'uczulenie po hennie')
  const [mailbox] = (await ask<{ items: Mailbox[] }>('GET', '/mailboxes')).items
  await wear('light')
  await take(demo.url, 'tickets', '/tickets?view=all', { as: joanna, locale: 'en', width: 1280 })
  await take(demo.url, 'ticket', allergic, { as: joanna, locale: 'en', width: 1440 })
  await take(demo.url, 'mailbox', `/settings/mailboxes/${mailbox!.id}/receiving`, { as: joanna, locale: 'en', width: 1280 })
  await take(demo.url, 'phone', allergic, { as: joanna, locale: 'en', width: 390 })
  const [policy] = (await ask<{ items: SlaPolicy[] }>('GET', '/sla-policies')).items
  await take(demo.url, 'today', '/today?whose=everybody', { as: joanna, locale: 'en', width: 1280 })
  await take(demo.url, 'complaint', `${allergic.replace('?view=all', '?view=today&whose=everybody')}`, { as: joanna, locale: 'en', width: 1440 })
  await take(demo.url, 'board', '/board', { as: joanna, locale: 'en', width: 1440 })
  await take(demo.url, 'sla', `/settings/sla/${policy!.id}`, { as: joanna, locale: 'en', width: 1280 })
  const shop = await signIn(demo.url, marek)
  await shop('PATCH', '/me', { locale: 'en', theme: 'light' })
  const afterTicket = (await shop<{ items: Survey[] }>('GET', '/surveys')).items.find((s) => s.template === 'after-ticket')!
  const [low] = (await shop<{ items: SurveyAnswer[] }>('GET', `/answers?surveyId=${afterTicket.id}&tone=low&commented=true`)).items
  const [poster] = (await shop<{ items: SurveyLink[] }>('GET', '/survey-links?road=qr')).items
  await take(demo.url, 'results', `/feedback/surveys/${afterTicket.id}/results`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'builder', `/feedback/surveys/${afterTicket.id}/build`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'answer', `/feedback/answers/${low!.id}`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'touchpoints', '/feedback/touchpoints', { as: marek, locale: 'en', width: 1280 })
  await take(demo.url, 'survey-phone', new URL(poster!.url).pathname, { locale: 'en', width: 390 })
  const [alert] = (await shop<{ items: { id: string }[] }>('GET', '/alerts?state=open')).items
  const loops = (await shop<{ items: Recovery[] }>('GET', '/recoveries?limit=100')).items
  const loop = loops.find((l) => l.state === 'recovered') ?? loops[0]
  const [rule] = (await shop<{ items: AlertRule[] }>('GET', '/alert-rules')).items
  const report = (await shop<{ items: Report[] }>('GET', '/reports')).items.find((r) => r.readyMade === 'stores-monthly')
  await take(demo.url, 'alert', `/alerts/${alert!.id}?show=open`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'alert-rule', `/alerts/rules/${rule!.id}`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'recovery', `/recoveries/${loop!.id}?show=all`, { as: marek, locale: 'en', width: 1440 })
  await take(demo.url, 'report', `/reports/${report!.id}`, { as: marek, locale: 'en', width: 1440, height: 1080 })
  // Looked for once the sums of half a year are there.
  const fall = await until('the fall of NPS in Wrocław is found', async () => (await shop<{ items: Warning[] }>('GET', '/warnings?kind=nps-falls')).items[0], 900)
  await take(demo.url, 'shop-dashboard', '/numbers/dashboards/ready-shop', { as: marek, locale: 'en', width: 1440, height: 1080 })
  await take(demo.url, 'warning', `/numbers/warnings/${fall.id}`, { as: marek, locale: 'en', width: 1280, height: 470 })
  await wear('dark')
  await take(demo.url, 'ticket-dark', allergic, { as: joanna, locale: 'en', theme: 'dark', width: 1440 })
} finally {
  await browser.close()
  await Promise.all([empty.discard(), demo.discard()])
}
