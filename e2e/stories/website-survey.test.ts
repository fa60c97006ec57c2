// Guards the survey in somebody else's shop: one tag, a strict policy, nobody asked twice, nobody interrupted, nothing of the shop
// touched; and that it stands only where it may.
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { SurveyAnswer } from '@kontuar/contracts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { adminEmail, startServer, type BenchServer } from '../../bench/ground/server.ts'
import { signIn, type Ask } from '../ground/api.ts'
import { openBrowser, pictures, violations } from '../ground/browse.ts'
import { openShop, type Shop } from '../ground/shop.ts'
import { makeLink, makeSurvey } from '../ground/surveys.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'a survey on a website', () => {
  let server: BenchServer
  let shop: Shop
  let browser: Browser
  let ask: Ask
  let surveyId: string
  let context: BrowserContext
  let faults: string[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    shop = await openShop(server.url)
    ask = await signIn(server.url, { email: adminEmail, password: 'bench bench bench' })
    surveyId = await makeSurvey(ask, 'Sklep')
  })
  afterEach(async () => {
    await context?.close()
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), shop?.stop()])
    await server?.remove()
  })

  /** A visitor comes to the shop, which has pasted the snippet of a link with these settings. */
  async function come(settings: object, { path = '/', setUp, ...options }: BrowserContextOptions & { path?: string; setUp?: string } = {}): Promise<Page> {
    shop.snippet = (await makeLink(ask, surveyId, { settings: { origins: [shop.url], ...settings } })).snippet!
    faults = []
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'pl', reducedMotion: 'reduce', baseURL: shop.url, ...options })
    context.setDefaultTimeout(12_000)
    context.on('weberror', (error) => faults.push(error.error().message))
    context.on('console', (message) => { if (message.type() === 'error' && !/favicon/.test(message.location().url)) faults.push(message.text()) })
    if (setUp !== undefined) await context.addInitScript(setUp)
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  // The tree of the dialog is closed to the shop; its frame is not hidden from the browser's tools.
  const frameOf = async (page: Page) => {
    await expect.poll(() => page.frames().length).toBe(2)
    return page.frames()[1]!
  }
  /** Until everything that could have been asked has been. */
  const staysAlone = async (page: Page) => {
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, 1500))`)
    expect(page.frames()).toHaveLength(1)
  }
  const answers = async () => (await ask<{ items: SurveyAnswer[] }>('GET', `/answers?surveyId=${surveyId}&limit=50`)).items

  test('comes after its time, takes the focus and gives it back, is answered within, and does not come again', async () => {
    const page = await come({ trigger: 'time', seconds: 1 })
    await page.locator('#first').focus()
    const frame = await frameOf(page)
    await frame.getByText('Czy polecą nas Państwo znajomym?').waitFor()
    expect(await page.evaluate('document.activeElement.id')).not.toBe('first')
    // The shop stays usable beside it.
    await page.mouse.wheel(0, 400)
    await page.screenshot({ path: join(pictures, 'website-right.png') })
    await frame.locator('.scale label').nth(9).click()
    await frame.getByRole('button').click()
    await frame.locator('textarea').fill('Ładny sklep')
    await frame.getByRole('button', { name: 'Wyślij' }).click()
    await frame.getByText('Dziękujemy').first().waitFor()
    expect(await answers()).toMatchObject([{ road: 'website', score: 9, state: 'finished', values: { nps: 9, text: 'Ładny sklep' } }])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.frames().length).toBe(1)
    expect(await page.evaluate('document.activeElement.id')).toBe('first')
    await page.goto('/koszyk/1')
    await staysAlone(page)
  })

  test('leaves nothing in the page but one name, and nothing of the page reaches it', async () => {
    const page = await come({ trigger: 'now' }, { setUp: 'window.namesBefore = Object.getOwnPropertyNames(window)' })
    const frame = await frameOf(page)
    expect(await page.evaluate('Object.getOwnPropertyNames(window).filter((name) => !namesBefore.includes(name) && name !== "namesBefore" && !/^(\\d+|search|first)$/.test(name))')).toEqual(['kontuar'])
    const box = (await (await frame.frameElement()).boundingBox())!
    expect(box.x + box.width).toBeLessThanOrEqual(1280)
    expect(await page.evaluate('document.querySelectorAll("style").length')).toBe(0)
    await page.evaluate('kontuar("close")')
    await expect.poll(() => page.evaluate('document.body.lastElementChild.tagName')).toBe('SCRIPT')
  })

  test('on leaving comes when the mouse goes out over the top, and not at the side or too early', async () => {
    const page = await come({ trigger: 'exit', side: 'middle' })
    const leave = (y: number) => page.evaluate(`document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: ${y} }))`)
    await leave(-1)
    await staysAlone(page)
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, 2000))`)
    await leave(300)
    expect(page.frames()).toHaveLength(1)
    await leave(-1)
    const frame = await frameOf(page)
    await frame.locator('.scale').waitFor()
    await page.screenshot({ path: join(pictures, 'website-middle.png') })
    expect(await violations(page)).toEqual([])
    // Escape within the frame closes it too.
    await frame.locator('.scale input').first().press('Escape')
    await expect.poll(() => page.frames().length).toBe(1)
  })

  test('comes where it was told, after so much was read, on a phone at the bottom', async () => {
    const page = await come({ trigger: 'scroll', scrollShare: 0.6, pages: ['/koszyk/*'] }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await page.evaluate('scrollTo(0, 99999)')
    await staysAlone(page)
    await page.goto('/koszyk/1')
    await staysAlone(page)
    await page.evaluate('scrollTo(0, 99999)')
    const frame = await frameOf(page)
    await frame.locator('.scale').waitFor()
    await page.screenshot({ path: join(pictures, 'website-phone.png') })
    const box = (await (await frame.frameElement()).boundingBox())!
    expect(box).toMatchObject({ x: 0, width: 390 })
  })

  test('waits while somebody writes', async () => {
    const page = await come({ trigger: 'time', seconds: 0 }, { setUp: 'addEventListener("DOMContentLoaded", () => document.getElementById("search")?.focus())' })
    await page.keyboard.type('mięta')
    await staysAlone(page)
    await page.locator('#first').focus()
    await frameOf(page)
  })

  test('does not ask by itself who wishes not to be followed, and keeps nothing there; a button of the shop opens it', async () => {
    const page = await come({ trigger: 'now' }, { setUp: 'Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })' })
    await staysAlone(page)
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    await page.evaluate('kontuar("open", "survey")')
    await frameOf(page)
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
  })

  test('asks once where a browser keeps nothing, and not on the pages after', async () => {
    const refuse = 'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError") } })'
    const page = await come({ trigger: 'now' }, { setUp: `if (location.port === ${JSON.stringify(new URL(shop.url).port)}) { ${refuse} }` })
    await frameOf(page)
    await page.evaluate('kontuar("close")')
    await page.locator('header a', { hasText: 'Koszyk' }).click()
    await page.waitForURL('**/koszyk/1')
    await staysAlone(page)
  })

  test('asks only the share it was told to', async () => {
    const page = await come({ trigger: 'now', share: 0 })
    await staysAlone(page)
    await page.reload()
    await staysAlone(page)
  })

  test('is one loader, however often the tag was pasted, and embedded forms become as tall as they are', async () => {
    const embedded = await makeLink(ask, surveyId, { road: 'embedded', name: 'Formularz', settings: { origins: [shop.url] } })
    const page = await come({ trigger: 'time', seconds: 3000 })
    shop.snippet = embedded.snippet! + shop.snippet + shop.snippet
    await page.goto('/')
    const frame = await frameOf(page)
    await frame.locator('.scale').waitFor()
    const element = await frame.frameElement()
    await expect.poll(async () => Math.abs((await element.boundingBox())!.height - ((await frame.evaluate('document.documentElement.offsetHeight')) as number))).toBeLessThan(2)
    await element.scrollIntoViewIfNeeded()
    await page.screenshot({ path: join(pictures, 'website-embedded.png') })
  })

  test('stands nowhere else than where it may', async () => {
    const page = await come({ trigger: 'now', origins: ['https://another.example'] })
    const frame = await frameOf(page)
    await expect.poll(() => faults.filter((fault) => /frame-ancestors/.test(fault)).length).toBeGreaterThan(0)
    expect(await frame.locator('.scale').count()).toBe(0)
    faults = []
  })
})
