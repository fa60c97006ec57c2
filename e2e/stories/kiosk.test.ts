// Guards the tablet on the counter: an hour without network, a reload, a closed browser and a server that dies twice lose none of 200
// answers and double none; it begins anew by itself, and nobody gets out of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { Kiosk, SurveyAnswer } from '@kontuar/contracts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { adminEmail, startServer, type BenchServer } from '../../bench/ground/server.ts'
import { signIn, type Ask } from '../ground/api.ts'
import { pictures, violations } from '../ground/browse.ts'
import { makeKiosk, makeSurvey } from '../ground/surveys.ts'
import { chromiumPath, describeWith } from '../ground/tools.ts'
import { layWire, type Wire } from '../ground/wire.ts'

/** What a person does on the screens until "thank you", touch by touch. */
async function answer(page: Page, points: number, { reason, text }: { reason?: string; text?: string } = {}): Promise<void> {
  await page.locator('[data-screen=attract] .scale label').nth(points).tap()
  if (points <= 6) {
    await page.locator('[data-question=why]').waitFor()
    if (reason !== undefined) await page.locator('.row', { hasText: reason }).tap()
    await page.locator('[data-next]').tap()
  }
  const field = page.locator('[data-question=text] textarea')
  await field.waitFor()
  if (text !== undefined) await field.fill(text)
  await page.locator('[data-next]').tap()
  await page.locator('[data-screen=thanks]').tap()
}

/** So many more in one go, through the same touches, as quickly as the screens let somebody. */
const answerQuickly = (page: Page, from: number, count: number) => page.evaluate(`(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const shown = async (selector) => { for (;;) { const found = document.querySelector(selector); if (found) return found; await frame() } }
  const touch = (target) => { target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); target.click() }
  for (let i = ${from}; i < ${from + count}; i++) {
    await shown('[data-screen=attract]')
    touch(document.querySelectorAll('.scale input')[i % 11])
    for (;;) {
      const screen = await shown('[data-screen=question],[data-screen=thanks]')
      if (screen.dataset.screen === 'thanks') { touch(screen); break }
      touch(screen.querySelector('[data-next]'))
      while (document.contains(screen)) await frame()
    }
  }
})()`)

describeWith(['chromium'], 'a kiosk', () => {
  let server: BenchServer
  let wire: Wire
  let ask: Ask
  let surveyId: string
  const profile = mkdtempSync(join(tmpdir(), 'kontuar-tablet-'))
  let context: BrowserContext
  const faults: string[] = []

  beforeAll(async () => {
    server = await startServer()
    wire = await layWire(Number(new URL(server.url).port))
    ask = await signIn(server.url, { email: adminEmail, password: 'bench bench bench' })
    surveyId = await makeSurvey(ask, 'Po wizycie')
  })
  afterEach(() => context?.close())
  afterAll(async () => {
    await wire?.stop()
    await server?.remove()
    rmSync(profile, { recursive: true, force: true })
  })

  /** The tablet is switched on: the same browser, with what it has kept. */
  async function open(path: string): Promise<Page> {
    context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args: ['--no-sandbox'], viewport: { width: 1024, height: 768 }, hasTouch: true, locale: 'pl', timezoneId: 'Europe/Warsaw', reducedMotion: 'reduce', baseURL: wire.url })
    context.setDefaultTimeout(12_000)
    context.on('weberror', (error) => faults.push(error.error().message))
    context.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text()) })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(path)
    await page.locator('[data-screen]').waitFor()
    return page
  }
  const keptAside = (page: Page) => page.evaluate(`(async () => { await navigator.serviceWorker.ready; const cache = await caches.open('kontuar-kiosk'); return Boolean(await cache.match(location.pathname)) && (await cache.keys()).some((each) => each.url.includes('kiosk.js')) })()`)
  const heldHere = (page: Page) => page.evaluate(`new Promise((resolve) => { const open = indexedDB.open('kontuar-kiosk'); open.onsuccess = () => { const count = open.result.transaction('answers').objectStore('answers').index('kiosk').count(JSON.parse(document.getElementById('kiosk').textContent).kiosk); count.onsuccess = () => { open.result.close(); resolve(count.result) } } })`)
  const state = async (id: string) => (await ask<{ items: Kiosk[] }>('GET', '/kiosks')).items.find((each) => each.id === id)!

  test('without network for 200 answers, reloaded, closed and opened, and sent to a server that dies twice, has brought each of them once', { timeout: 420_000 }, async () => {
    const kiosk = await makeKiosk(ask, surveyId)
    let page = await open(kiosk.path)
    await expect.poll(() => keptAside(page)).toBe(true)
    await page.screenshot({ path: join(pictures, 'kiosk-attract.png') })

    await context.setOffline(true)
    wire.cut()
    const given: number[] = []
    for (let i = 0; i < 14; i++) {
      await answer(page, i % 11, { ...(i % 2 === 0 ? { reason: 'Cena' } : {}), text: `Odpowiedź numer ${i} ✓` })
      given.push(i % 11)
    }
    // In the middle of an answer the page is loaded anew: what was touched is kept, as an answer in part.
    await page.locator('.scale label').nth(2).tap()
    await page.locator('[data-question=why]').waitFor()
    given.push(2)
    await page.reload()
    await page.locator('[data-screen=attract]').waitFor()
    await answerQuickly(page, 0, 85)
    given.push(...Array.from({ length: 85 }, (_, i) => i % 11))
    expect(await heldHere(page)).toBe(100)

    await context.close()
    page = await open(kiosk.path)
    await answerQuickly(page, 0, 100)
    given.push(...Array.from({ length: 100 }, (_, i) => i % 11))
    expect(given).toHaveLength(200)
    expect(await heldHere(page)).toBe(200)
    await expect.poll(() => page.locator('#state').textContent(), { timeout: 30_000 }).toMatch(/^Brak sieci\. Odpowiedzi, które czekają na wysłanie: (199|200)$/)
    await page.screenshot({ path: join(pictures, 'kiosk-offline.png') })

    // The network is back. The first batch is stored, and the server dies before it can say so; the second one dies in the middle.
    let deaths = 0
    const die = () => {
      deaths++
      void server.kill('SIGKILL').then(() => {
        if (deaths === 1) wire.once(`POST ${kiosk.path}/answers`, { asked: die })
        return server.restart()
      })
    }
    wire.once(`POST ${kiosk.path}/answers`, { answered: die })
    wire.mend()
    await page.evaluate('dispatchEvent(new Event("online"))')
    await expect.poll(() => heldHere(page), { timeout: 180_000, interval: 500 }).toBeLessThanOrEqual(1)
    expect(deaths).toBe(2)

    // The one left in the middle by the reload is closed once its time is over; then all are there.
    await expect.poll(() => heldHere(page), { timeout: 180_000, interval: 1000 }).toBe(0)
    expect(await state(kiosk.id)).toMatchObject({ answers: 200, waiting: 0 })
    const answers: SurveyAnswer[] = []
    for (let next: string | null = ''; next !== null;) {
      const list: { items: SurveyAnswer[]; next: string | null } = await ask('GET', `/answers?surveyId=${surveyId}&limit=200${next === '' ? '' : `&cursor=${next}`}`)
      answers.push(...list.items)
      next = list.next
    }
    expect(answers).toHaveLength(200)
    expect(answers.map((each) => each.score!).sort((a, b) => a - b)).toEqual(given.sort((a, b) => a - b))
    expect(answers.filter((each) => each.state === 'partial')).toHaveLength(1)
    expect(answers.flatMap((each) => each.values['text'] ?? []).sort()).toEqual(Array.from({ length: 14 }, (_, i) => `Odpowiedź numer ${i} ✓`).sort())
    expect(answers.every((each) => each.road === 'kiosk' && each.kiosk?.id === kiosk.id)).toBe(true)
    expect(faults).toEqual([])
  })

  test('begins anew when nobody touches it, in its own language, and what was typed is gone; nothing on it leads away', async () => {
    const kiosk = await makeKiosk(ask, surveyId, { idleSeconds: 5 })
    const page = await open(kiosk.path)
    await page.getByRole('button', { name: 'Русский' }).tap()
    await page.getByText('Порекомендуете ли вы нас?').waitFor()
    await page.locator('.scale label').nth(9).tap()
    await page.locator('textarea').fill('Это никто не должен увидеть')
    await page.locator('#still').filter({ hasText: 'Сейчас начнём заново' }).waitFor()
    await page.screenshot({ path: join(pictures, 'kiosk-still-there.png') })
    await page.getByText('Czy polecą nas Państwo znajomym?').waitFor()
    expect(await page.locator('body').innerHTML()).not.toContain('Это никто не должен увидеть')
    expect(await page.evaluate('document.querySelectorAll("a, iframe").length')).toBe(0)
    await page.goBack({ waitUntil: 'commit', timeout: 2000 }).catch(() => null)
    expect(new URL(page.url()).pathname).toBe(kiosk.path)
    // The point that was touched counts; the half sentence does not.
    await expect.poll(async () => (await ask<{ items: SurveyAnswer[] }>('GET', `/answers?surveyId=${surveyId}&limit=1`)).items[0]).toMatchObject({ state: 'partial', score: 9, values: { nps: 9 }, language: 'ru' })
  })

  test('is answered by keyboard alone, passes axe on each screen, and has targets of 60 px', async () => {
    const page = await open((await makeKiosk(ask, surveyId, { attract: { pl: 'Dziękujemy za wizytę.' } })).path)
    const small = () => page.evaluate('[...document.querySelectorAll("button, .scale label, .row, textarea")].filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0 && (box.width < 60 || box.height < 60) }).map((each) => each.outerHTML.slice(0, 80))')
    for (const size of [{ width: 1024, height: 768 }, { width: 768, height: 1024 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(size)
      expect(await small()).toEqual([])
    }
    await page.setViewportSize({ width: 1024, height: 768 })
    expect(await violations(page)).toEqual([])
    await page.locator('.scale input').first().focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('[data-question=why]').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await small()).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('.row input').first().press('Enter')
    await page.locator('textarea').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-back]').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.row input').first().isChecked()).toBe(true)
    await page.locator('.row input').first().press('Enter')
    await page.locator('[data-question=text] [data-next]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-screen=thanks]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'kiosk-thanks.png') })
  })

  test('that was retired says so and keeps what it holds; switched on again it brings it; a changed survey is shown without anybody’s help', async () => {
    const kiosk = await makeKiosk(ask, surveyId)
    const page = await open(kiosk.path)
    await expect.poll(() => keptAside(page)).toBe(true)
    wire.cut()
    await answer(page, 10)
    await ask('PATCH', `/kiosks/${kiosk.id}`, { retired: true })
    wire.mend()
    await page.reload()
    await page.getByText('Ten adres kiosku już nie działa').waitFor()
    await page.getByText('Odpowiedzi, które czekają na tym urządzeniu: 1.').waitFor()
    await page.screenshot({ path: join(pictures, 'kiosk-retired.png') })
    expect(await heldHere(page)).toBe(1)
    await ask('PATCH', `/kiosks/${kiosk.id}`, { retired: false })
    await page.reload()
    await page.locator('[data-screen=attract]').waitFor()
    await expect.poll(() => heldHere(page)).toBe(0)
    expect(await state(kiosk.id)).toMatchObject({ answers: 1 })
    await ask('PATCH', `/kiosks/${kiosk.id}`, { attract: { pl: 'Nowe powitanie' } })
    await page.evaluate('dispatchEvent(new Event("online"))')
    await page.getByText('Nowe powitanie').waitFor()
    expect(faults).toEqual([])
  })
})
