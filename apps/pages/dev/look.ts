// Photographs the public pages and mails, and holds each to axe, to its own policy, to 24-pixel targets and to the window's width.
//   node apps/pages/dev/look.ts [name …] [--ru --en --ar --pl] [--dark] [--320 --390 --1024] [--all] [--high-contrast]
// A name is a beginning. Default: Polish, light, 390 px. Pictures go to KONTUAR_LOOK or the temporary folder. Exit 1 when anything is wrong.
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { policyOf } from '../src/index.ts'
import { scenes } from './scenes.ts'

const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('--'))
const has = (word: string) => words.includes('--all') || words.includes(`--${word}`)
const chosen = <T extends string | number>(all: readonly T[], usual: T) => (all.some((one) => has(String(one))) ? all.filter((one) => has(String(one))) : [usual])
const languages = chosen(['pl', 'ru', 'en', 'ar'], 'pl')
const widths = chosen([320, 390, 1024], 390)
const themes = has('dark') ? (words.includes('--all') ? (['light', 'dark'] as const) : (['dark'] as const)) : (['light'] as const)
const folder = process.env['KONTUAR_LOOK'] ?? join(tmpdir(), 'kontuar-pages')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
mkdirSync(folder, { recursive: true })

const server = createServer((request, response) => {
  const [, name, language] = request.url!.split('/')
  const scene = scenes.find((each) => each.name === name)
  if (!scene) return response.writeHead(404).end()
  const page = scene.page(language!)
  return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(page, null) }).end(page.html)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
// WCAG 2.5.8. As text, since this project's types know no browser outside apps/web.
const smallTargets = `[...document.querySelectorAll('label:has(input), button, input:not([type=hidden]), textarea, nav a')].map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 80)])
  .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([box, what]) => box.width.toFixed(1) + ' × ' + box.height.toFixed(1) + ': ' + what)`
let [pictures, faults] = [0, 0]

for (const theme of themes) for (const width of widths) {
  const context = await browser.newContext({ viewport: { width, height: width < 1000 ? 844 : 768 }, colorScheme: theme, reducedMotion: 'reduce', deviceScaleFactor: width < 1000 ? 2 : 1, ...(words.includes('--high-contrast') ? { forcedColors: 'active' as const } : {}) })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(`console: ${message.text()}`) })
  for (const scene of scenes.filter(({ name }) => names.length === 0 || names.some((each) => name.startsWith(each)))) for (const language of languages) {
    await page.goto(`${origin}/${scene.name}/${language}`)
    await page.screenshot({ path: join(folder, `${scene.name}-${width}-${theme}-${language}.png`), fullPage: true })
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wrong.push('wider than the window')
    if (!scene.name.startsWith('mail')) {
      const small = (await page.evaluate(smallTargets)) as string[]
      // A box within its label is pressed by the whole label.
      for (const each of small.filter((one) => !one.includes('<input id='))) wrong.push(`small target ${each}`)
    }
    await page.evaluate(axe)
    const found = (await page.evaluate(`axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"${scene.name.startsWith('mail') ? '' : ', "best-practice"'}] })`)) as { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }
    for (const { id, help, nodes } of found.violations) wrong.push(`axe ${id}: ${help}: ${nodes.slice(0, 2).map((node) => `${node.html.slice(0, 140)} ${(node.failureSummary ?? '').split('\n')[1] ?? ''}`).join(' | ')}`)
    pictures += 1
    for (const each of wrong.splice(0)) {
      faults += 1
      console.log(`${scene.name} ${width} ${theme} ${language}: ${each}`)
    }
  }
  await context.close()
}
await browser.close()
server.close()
console.log(`${pictures} pictures in ${folder}, ${faults} faults.`)
process.exitCode = faults > 0 ? 1 : 0
