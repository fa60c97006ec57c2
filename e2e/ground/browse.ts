// A person before a real Chromium. Whatever goes wrong on the way (an error on the console, a violated content security
// policy, a failed request, a dialog, a word to a foreign host) is collected and must be asked about at the end.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core'
import type { Person } from './api.ts'
import { chromiumPath } from './tools.ts'

/** Where pictures go, for people to look at. */
export const pictures = process.env['KONTUAR_LOOK'] ?? join(tmpdir(), 'kontuar-e2e')
mkdirSync(pictures, { recursive: true })

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })

export interface VisitOptions {
  /** Signed in already; nobody: a stranger. */
  as?: Pick<Person, 'email' | 'password'>
  locale?: 'pl' | 'ru' | 'en'
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** Faults that belong to the story, by what they say. */
  expected?: RegExp
  /** Requests that may leave this machine, by address; they are answered with a small picture. */
  foreign?: RegExp
}
export interface Visit {
  page: Page
  context: BrowserContext
  faults: string[]
  /** Every request to a host that is not Kontuar, allowed or not. */
  foreign: string[]
  look(name: string): Promise<void>
  close(): Promise<void>
}

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

export async function visit(browser: Browser, url: string, { as, locale = 'en', theme = 'light', width = 1440, height = width < 500 ? 844 : 900, expected, foreign: allowed }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, timezoneId: 'Europe/Warsaw', reducedMotion: 'reduce', baseURL: url, acceptDownloads: true })
  context.setDefaultTimeout(12_000)
  context.setDefaultNavigationTimeout(settlesMs)
  const faults: string[] = []
  const foreign: string[] = []
  const fault = (what: string) => { if (!expected?.test(what)) faults.push(what) }
  await context.route((address) => address.origin !== url && /^https?:$/.test(address.protocol), (route) => {
    const address = route.request().url()
    foreign.push(address)
    if (allowed?.test(address)) return route.fulfill({ contentType: 'image/png', body: dot })
    fault(`asked a foreign host: ${address}`)
    return route.abort()
  })
  context.on('console', (message) => {
    // Responses are judged below, where their address is known.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) fault(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => fault(`error: ${error.error().message}`))
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A question that is no longer of interest is taken back; that is no failure.
    if (reason !== 'net::ERR_ABORTED' && request.url().startsWith(url)) fault(`request failed: ${request.method()} ${request.url()} ${reason}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !asksWhoIAm(response)) fault(`status ${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  if (as) {
    const answer = await context.request.post('/api/v1/session', { data: { email: as.email, password: as.password }, headers: { origin: url } })
    if (!answer.ok()) throw new Error(`${as.email} could not sign in: ${await answer.text()}`)
  }
  const page = await context.newPage()
  return {
    page, context, faults, foreign,
    look: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })),
    close: () => context.close(),
  }
}

/** A stranger's workspace asks whether somebody is signed in, and "no" is an answer. */
const asksWhoIAm = (response: Response) => response.status() === 401 && response.url().endsWith('/api/v1/me')

const axe = readFileSync(createRequire(import.meta.resolve('../../apps/web/package.json')).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it stands, one line each. Nothing is excepted. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 2).map(({ html, failureSummary }) => `${html.slice(0, 140)} ${(failureSummary ?? '').split('\n')[1] ?? ''}`).join(' | ')}`)
}

/** A machine that is busy with other things takes its time. */
const settlesMs = 40_000

/** Until the skeletons are gone and the letters are there. */
export async function settled(page: Page): Promise<void> {
  // Asked through the debugger again and again: a function that waits in the page would need eval, which the policy forbids.
  const late = Date.now() + settlesMs
  while (!(await page.evaluate('Boolean(document.querySelector("h1, [data-ticket], form") && !document.querySelector("[class*=Skeleton]") && document.fonts.status === "loaded")'))) {
    if (Date.now() > late) throw new Error(`${page.url()} did not settle in ${settlesMs / 1000} s`)
    await pause(40)
  }
}

/** As if a file lay in the clipboard while the text field of the composer has the focus. */
export async function pasteFile(page: Page, name: string, type: string, content: Buffer): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([Uint8Array.from(atob('${content.toString('base64')}'), (c) => c.charCodeAt(0))], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }))
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }`)
}
