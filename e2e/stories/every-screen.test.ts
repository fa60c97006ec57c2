// Guards every main screen as different people see it: in three languages, light and dark, on a desk, a small laptop and
// a phone. No word is missing, nothing sticks out, axe finds nothing.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Ask } from '../ground/api.ts'
import { openBrowser, settled, violations, visit, type VisitOptions } from '../ground/browse.ts'
import { post } from '../ground/post.ts'
import { screensOf, type Screen } from '../ground/screens.ts'
import { startKontuar, type StartedKontuar } from '../ground/start-kontuar.ts'
import { describeWith } from '../ground/tools.ts'

const joanna = { email: 'joanna@mirabelka.example', password: 'kontuar-demo' }

/** What of the text is no word: a key that was not found, a placeholder that was not filled, a value that is none. */
const unworded = `(() => {
  const texts = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style, code, [data-entry], [data-ticket], textarea, [contenteditable]')) texts.push(walk.currentNode.data)
  for (const each of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(each.getAttribute(name) ?? '')
  return texts.map((text) => text.trim()).filter((text) => /^[a-z][A-Za-z]*(\\.[A-Za-z-]+)+(_(one|few|many|other))?$/.test(text) && !/\\.(example|pl)$/.test(text) || /\\{[a-z]\\w*\\}|\\bundefined\\b|\\bNaN\\b|\\[object |Invalid Date/.test(text))
})()`
/** Placeholders that customers' texts and requests to the SMS gateway are written with stand there on purpose. */
const onPurpose = /\{(number|subject|name)\}|\{\{(to|digits|text|sender|reference|secret)\}\}/

describeWith(['chromium'], 'every screen', () => {
  let kontuar: StartedKontuar
  let browser: Browser
  let ask: Ask
  let screens: Screen[]
  beforeAll(async () => {
    [kontuar, browser] = await Promise.all([startKontuar({ args: ['--demo'], env: { LOG_LEVEL: 'warn' } }), openBrowser()])
    ask = await signIn(kontuar.url, joanna)
    screens = await screensOf(ask)
  })
  afterAll(async () => {
    await browser?.close()
    await kontuar?.discard()
  })

  const wearing = (locale: 'pl' | 'ru' | 'en', theme: 'light' | 'dark') => ask('PATCH', '/me', { locale, theme })

  test.each<Required<Pick<VisitOptions, 'locale' | 'theme' | 'width'>>>([
    { locale: 'en', theme: 'light', width: 1440 },
    { locale: 'pl', theme: 'dark', width: 1440 },
    // Russian words are the longest.
    { locale: 'ru', theme: 'dark', width: 1024 },
    { locale: 'ru', theme: 'light', width: 390 },
  ])('is whole in $locale, $theme, at $width px', async ({ locale, theme, width }) => {
    await wearing(locale, theme)
    const visited = await visit(browser, kontuar.url, { as: joanna, locale, theme, width })
    const { page } = visited
    const wrong: string[] = []
    const title = () => page.locator('h1').last().textContent()
    await page.goto('/no-such-place')
    await settled(page)
    const nothingHere = await title()
    for (const { name, path } of screens) {
      await page.goto(path)
      await settled(page)
      await visited.look(`${name}-${width}-${theme}-${locale}`)
      const say = (what: string) => wrong.push(`${name}: ${what}`)
      if ((await title()) === nothingHere) say('is not there')
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) say('is wider than the window')
      if ((await page.evaluate('document.documentElement.lang')) !== locale) say('is in another language')
      for (const text of (await page.evaluate(unworded)) as string[]) if (!onPurpose.test(text)) say(`no word: ${text}`)
      for (const each of await violations(page)) say(each)
      for (const each of visited.faults.splice(0)) say(each)
    }
    await visited.close()
    expect(wrong).toEqual([])
    // Some hundred and thirty screens, each with all of axe.
  }, 1_200_000)

  test('numbers stand in the right form for 1, 2, 5 and 22', async () => {
    for (const [name, count] of [['Ala Jedna', 1], ['Ala Dwie', 2], ['Ala Pięć', 5], ['Ala Dwadzieścia', 22]] as const)
      for (let n = 0; n < count; n++) await post(kontuar.smtpPort, { from: `"${name}" <ala${count}@klient.example>`, to: 'kontakt@mirabelka.example', subject: `Sprawa ${n} z ${count}`, text: `Wiadomość ${n}` })
    await expect.poll(async () => (await ask<{ items: { totalTickets: number }[] }>('GET', '/customers?email=ala22@klient.example')).items[0]?.totalTickets, { timeout: 20_000 }).toBe(22)
    const wanted = {
      pl: ['1 zgłoszenie', '2 zgłoszenia', '5 zgłoszeń', '22 zgłoszenia'],
      ru: ['1 обращение', '2 обращения', '5 обращений', '22 обращения'],
      en: ['1 ticket', '2 tickets', '5 tickets', '22 tickets'],
    }
    for (const locale of ['pl', 'ru', 'en'] as const) {
      await wearing(locale, 'light')
      const { page, close } = await visit(browser, kontuar.url, { as: joanna, locale })
      await page.goto('/customers')
      for (const [index, name] of ['Ala Jedna', 'Ala Dwie', 'Ala Pięć', 'Ala Dwadzieścia'].entries()) {
        const row = page.getByRole('link').filter({ hasText: name })
        await row.waitFor()
        expect((await row.textContent())!.replaceAll('\u00a0', ' '), name).toContain(wanted[locale][index])
      }
      await close()
    }
  })

  test('the demonstration companies are warned of what went wrong in them', async () => {
    const kinds = async (email: string) => {
      const askThem = await signIn(kontuar.url, { email, password: joanna.password })
      return (await askThem<{ items: { kind: string; locationName: string | null }[] }>('GET', '/warnings')).items.map((w) => [w.kind, w.locationName].filter(Boolean).join(' '))
    }
    // Looked for once the sums of half a year are there.
    await expect.poll(() => kinds('robert@wislatel.example'), { timeout: 600_000, interval: 5000 }).toEqual(expect.arrayContaining(['sources-disagree', 'complaints-rise']))
    await expect.poll(() => kinds('marek@turnia.example'), { timeout: 600_000, interval: 5000 }).toContain('nps-falls Wrocław')
  }, 1_240_000)
})
