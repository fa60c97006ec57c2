// Guards the first minute: `npm start` on an empty folder, a browser on the printed address, a clean stop.
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StartedKontuar, startKontuar } from '../ground/start-kontuar.ts'
import { chromiumPath, describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'the first start', () => {
  let kontuar: StartedKontuar
  beforeAll(async () => { kontuar = await startKontuar({ env: { PORT: '0', SMTP_PORT: '0' } }) })
  afterAll(() => kontuar?.discard())

  test('is ready at the printed address', async () => {
    const { status } = await fetch(`${kontuar.url}/health`)
    expect(status).toBe(200)
  })

  test('shows a page in the browser without a fault or a blocked script', async () => {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => { if (/content security policy/i.test(message.text())) faults.push(message.text()) })
      await page.goto(kontuar.url)
      await page.getByRole('button').first().waitFor()
      expect(faults).toEqual([])
      expect(await page.title()).toContain('Kontuar')
    } finally {
      await browser.close()
    }
  })

  test('a second start on the same data folder is refused in one sentence', async () => {
    await expect(startKontuar({ dataDir: kontuar.dataDir })).rejects.toThrow(/Kontuar is already running on the data folder .*KONTUAR_DATA\./)
  })

  test('SIGTERM stops it cleanly, and the next start finds everything', async () => {
    expect(await kontuar.stop(), kontuar.output()).toBe(0)
    kontuar = await startKontuar({ dataDir: kontuar.dataDir })
    expect((await fetch(`${kontuar.url}/health`)).status).toBe(200)
  })
})
