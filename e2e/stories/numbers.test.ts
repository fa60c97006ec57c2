// Guards numbers people can trust: a manager opens the dashboard of a shop, filters it, opens the rows behind a number and finds exactly
// as many as it says, reaches the ticket at the very entry, makes a dashboard of her own by keyboard, and sees a new mail arrive in it.
import { readFile } from 'node:fs/promises'
import type { MetricResult, TicketDetail } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import { settled, violations, type Visit } from '../ground/browse.ts'
import { ticketAbout } from '../ground/desk.ts'
import { until } from '../ground/feedback.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const subjects = ['Farba do włosów', 'Termin wizyty', 'Faktura', 'Karnet', 'Zgubiony szalik']

describeWith(['chromium'], 'numbers', () => {
  let stage: Stage
  let manager: Person & { ask: Ask }
  let visited: Visit
  const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const counted = async (metric: string): Promise<number> => (await stage.ask<MetricResult>('GET', `/metrics/${metric}?from=2020-01-01&to=${tomorrow()}`)).figure.n
  const tile = (name: string) => visited.page.getByRole('article', { name, exact: true }).first()
  const press = async (...keys: string[]) => { for (const key of keys) await visited.page.keyboard.press(key) }
  beforeAll(async () => {
    stage = await setStage()
    manager = await addPerson(stage.kontuar.url, stage.ask, 'manager', 'Ewa Zaręba', 'ewa@mieta.example')
    for (const [index, subject] of subjects.entries()) await stage.arrives({ subject, from: `klient${index}@klient.example`, text: `Dzień dobry, pytanie w sprawie: ${subject}.` })
    await stage.tickets(subjects.length)
    await until('the mails are counted', async () => (await counted('contacts-in')) === subjects.length || undefined)
    visited = await stage.visit({ as: manager })
  })
  afterAll(() => stage?.stop())

  test('the first dashboard of a shop manager is that of the shop', async () => {
    const { page } = visited
    await page.goto('/today')
    await settled(page)
    await press('g', 'd')
    await page.getByRole('heading', { level: 1, name: 'Shop' }).waitFor()
    await settled(page)
    await expect.poll(() => tile('Open tickets').textContent()).toContain(String(subjects.length))
    expect(await violations(page)).toEqual([])
    await visited.look('numbers-shop')
  })

  test('a filter acts on all tiles and stands in the address', async () => {
    const { page } = visited
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Channel' }).click()
    await page.getByRole('checkbox', { name: 'Phone' }).check()
    await tile('Open tickets').getByText('0', { exact: true }).waitFor()
    await page.getByRole('checkbox', { name: 'Phone' }).uncheck()
    await page.getByRole('checkbox', { name: 'E-mail' }).check()
    await press('Escape')
    await tile('Open tickets').getByRole('link', { name: String(subjects.length), exact: true }).waitFor()
    expect(decodeURIComponent(page.url())).toContain('"field":"channel"')
  })

  test('a click on a number opens exactly as many rows as it says, and a row leads to the entry in its ticket', async () => {
    const { page } = visited
    await tile('Open tickets').getByRole('link', { name: String(subjects.length), exact: true }).click()
    const pane = page.getByRole('complementary', { name: /^Rows behind/ })
    await expect.poll(() => pane.locator('[data-rows]').getAttribute('data-rows')).toBe(String(subjects.length))
    await expect.poll(() => pane.getByRole('listitem').count()).toBe(subjects.length)
    expect(await violations(page)).toEqual([])
    await visited.look('numbers-rows')
    // The rows of contacts are entries of the diary; those of open tickets lead to their tickets.
    await page.goto(`/numbers/metrics?rows=${encodeURIComponent(JSON.stringify({ metric: 'contacts-in', from: '2020-01-01', to: tomorrow() }))}`)
    await expect.poll(() => pane.getByRole('listitem').count()).toBe(subjects.length)
    await pane.getByText('Zgubiony szalik').first().click()
    await page.waitForURL(/\/tickets\/[^?]+\?.*entry=/)
    await page.locator('[data-entry][data-shown]').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement?.hasAttribute("data-shown")')).toBe(true)
    const ticket: TicketDetail = await ticketAbout(stage.ask, 'Zgubiony szalik')
    expect(page.url()).toContain(ticket.id)
  })

  test('a dashboard of one’s own is made by keyboard alone', async () => {
    const { page } = visited
    await page.goto('/numbers/dashboards/new')
    await page.getByRole('textbox', { name: 'Name of the dashboard' }).waitFor()
    await page.keyboard.type('Monday briefing')
    await press('Enter')
    await page.waitForURL(/\/edit$/)
    // An empty dashboard begins with the gallery; its search is the first field.
    const search = page.getByRole('textbox', { name: 'Search for a metric' })
    await search.waitFor()
    for (let tries = 0; tries < 12 && !(await search.evaluate((field) => field === field.ownerDocument.activeElement)); tries += 1) await press('Tab')
    await page.keyboard.type('contacts from customers')
    await press('Tab', 'Enter')
    const add = page.getByRole('button', { name: /^Add “Contacts from customers” as: (Number|Bars)$/ })
    await add.first().waitFor()
    for (const kind of [0, 1]) {
      for (let tries = 0; tries < 30 && !(await add.nth(kind).evaluate((button) => button === button.ownerDocument.activeElement)); tries += 1) await press('Tab')
      await press('Enter')
      await expect.poll(() => page.locator('[data-tile]').count()).toBe(kind + 1)
    }
    await press('Escape')
    // The handle of the second tile: to the front, wider, then back again.
    await page.locator('[data-handle]').nth(1).focus()
    await press('ArrowLeft')
    await expect.poll(() => page.locator('[data-tile]').first().getAttribute('data-kind')).toBe('bars')
    await press('Shift+ArrowRight')
    await expect.poll(() => page.locator('[data-tile]').first().getAttribute('data-width')).toBe('3')
    await press('Control+z')
    await expect.poll(() => page.locator('[data-tile]').first().getAttribute('data-width')).toBe('2')
    expect(await violations(page)).toEqual([])
    await visited.look('numbers-edit')
    await press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Monday briefing' }).waitFor()
    await page.waitForURL(/dashboards\/[^/]+$/)
  })

  test('a tile is taken away as a table and as a picture that says what it is', async () => {
    const { page } = visited
    const take = async (name: string): Promise<{ name: string; content: Buffer }> => {
      await page.locator('[data-kind=bars]').getByRole('button', { name: /^More for/ }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()])
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
    }
    const table = await take('Table (CSV)')
    expect(table.name).toMatch(/\.csv$/)
    expect(table.content.toString()).toContain(String(subjects.length))
    expect((await take('Spreadsheet (XLSX)')).content.subarray(0, 2).toString()).toBe('PK')
    const drawing = await take('Drawing (SVG)')
    expect(drawing.content.toString()).toMatch(/^<svg [^]*Contacts from customers[^]*Monday briefing[^]*<\/svg>$/)
    expect((await take('Picture (PNG)')).content.subarray(1, 4).toString()).toBe('PNG')
  })

  test('a new mail changes the number without a reload', async () => {
    const { page } = visited
    const number = page.locator('[data-kind=number]').getByRole('link', { name: String(subjects.length), exact: true })
    await number.waitFor()
    await page.evaluate('window.before = true')
    await stage.arrives({ subject: 'Nowa sprawa', from: 'nowy@klient.example' })
    await page.locator('[data-kind=number]').getByRole('link', { name: String(subjects.length + 1), exact: true }).waitFor()
    expect(await page.evaluate('window.before')).toBe(true)
    expect(visited.faults).toEqual([])
    await visited.close()
  })
})
