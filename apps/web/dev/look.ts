// Photographs the screens and holds each to axe and to the content security policy.
//   npm run look -w apps/web -- [name …] [--wide] [--all]
// One name or more: only these (a name is a beginning: `mailbox` takes all mailbox screens). Default: 1440 px, light, Polish.
// --wide: the three widths; --all: also dark, and the other languages. Pictures go to KONTUAR_LOOK or the temporary folder.
// axe runs on every picture. Exit 1 when anything is wrong.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { buildFakeServer } from './fake/server.ts'
import { screens, type Screen } from './screens.ts'

interface View { width: number; height: number; theme: 'light' | 'dark'; locale: 'pl' | 'ru' | 'en' }
const sizes = { 1440: 900, 1024: 768, 390: 844 }
const folder = process.env['KONTUAR_LOOK'] ?? join(tmpdir(), 'kontuar-look')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function look(browser: Browser, screen: Screen, view: View): Promise<string[]> {
  const app = await buildFakeServer({ locale: view.locale, theme: view.theme, ...screen.scenario })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const context = await browser.newContext({ viewport: { width: view.width, height: view.height }, colorScheme: view.theme, locale: view.locale, timezoneId: 'Europe/Warsaw', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (400|401|404|409|422|500)|^Loading the image '\w+:.* violates/.test(message.text())) wrong.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  try {
    await page.goto(origin + screen.path)
    await page.locator('h1').first().waitFor({ timeout: 5000 }).catch(() => {})
    if (!screen.scenario?.hanging) await page.waitForFunction(() => !document.querySelector('[class*=Skeleton]'), null, { timeout: 5000 }).catch(() => {})
    await page.waitForFunction(() => document.fonts.status === 'loaded')
    await screen.prepare?.(page)
    await page.waitForTimeout(screen.scenario?.worker === 'down' ? 600 : 350)
    await page.screenshot({ path: join(folder, `${screen.name}-${view.width}-${view.theme}-${view.locale}.png`) })
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push('wider than the window')
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }
    for (const { id, help, nodes } of found.violations) wrong.push(`axe ${id}: ${help} — ${nodes.slice(0, 2).map((node) => `${node.html.slice(0, 160)} ${(node.failureSummary ?? '').split('\n')[1] ?? ''}`).join(' | ')}`)
  } catch (error) {
    wrong.push(`stopped: ${(error as Error).message.split('\n')[0]}`)
    await page.screenshot({ path: join(folder, `${screen.name}-${view.width}-${view.theme}-${view.locale}.png`) }).catch(() => {})
  } finally {
    await context.close()
    await app.close()
  }
  return wrong
}

const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('--'))
const all = words.includes('--all')
const themes = all || words.includes('--dark') ? (['light', 'dark'] as const) : (['light'] as const)
const locales = (['pl', 'ru', 'en'] as const).filter((locale) => all || words.includes(`--${locale}`) || (locale === 'pl' && !words.includes('--ru') && !words.includes('--en')))
const widths = ([1440, 1024, 390] as const).filter((width) => all || words.includes('--wide') || words.includes(`--${width}`) || (width === 1440 && !words.includes('--390')))

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
let faults = 0
let pictures = 0
for (const screen of screens.filter(({ name }) => names.length === 0 || names.some((each) => name.startsWith(each))))
  for (const theme of themes)
    for (const locale of locales)
      for (const width of widths) {
        const wrong = await look(browser, screen, { width, height: sizes[width], theme, locale })
        pictures += 1
        faults += wrong.length
        for (const each of wrong) console.log(`${screen.name} ${width} ${theme} ${locale}: ${each}`)
      }
await browser.close()
console.log(`${pictures} pictures in ${folder}, ${faults} faults.`)
process.exitCode = faults > 0 ? 1 : 0
