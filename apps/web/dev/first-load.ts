// How much a person loads before the first screen is there: scripts and styles, gzipped, as Chromium really asks for them.
// Exit 1 above its bound. Fonts (four files at most, cached for a year) are told apart.
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { buildFakeServer } from './fake/server.ts'

// KB. Raised once, when the desk came (bell, presence, views, bulk acts stand on the ticket list); both are above the 200 KB wished
// for, and the bounds may only fall.
const budgets = { '/sign-in': 202, '/tickets': 286 } as const
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [path, signedIn] of [['/sign-in', false], ['/tickets', true], ['/settings/profile', true]] as const) {
  const app = await buildFakeServer({ signedIn, locale: 'pl' })
  const page = await browser.newPage({ locale: 'pl', viewport: { width: 1440, height: 900 } })
  const sizes = { code: 0, fonts: 0, files: 0 }
  page.on('response', async (response) => {
    const kind = /\.(js|css)$/.test(new URL(response.url()).pathname) ? 'code' : response.url().endsWith('.woff2') ? 'fonts' : null
    if (!kind) return
    const body = await response.body().catch(() => Buffer.alloc(0))
    sizes[kind] += kind === 'code' ? gzipSync(body, { level: 9 }).length : body.length
    sizes.files += 1
  })
  await page.goto((await app.listen({ host: '127.0.0.1', port: 0 })) + path, { waitUntil: 'load' })
  await page.locator('h1').first().waitFor({ timeout: 10_000 }).catch(() => {})
  await page.waitForTimeout(500)
  console.log(`${path}: ${(sizes.code / 1024).toFixed(1)} KB of scripts and styles gzipped, ${(sizes.fonts / 1024).toFixed(1)} KB of fonts, ${sizes.files} files`)
  if (path !== '/settings/profile' && sizes.code > budgets[path] * 1024) process.exitCode = 1
  await page.close()
  await app.close()
}
await browser.close()
