// Guards warnings as a manager lives with them: she reads what changed, since when, why now, what may be behind it and what to do; opens
// exactly the rows it was counted from; puts it off, dismisses it with a reason and takes both back; makes a task of it and finds it in her
// day; and sees on the past what another budget of false alarms would have brought.
import type { MetricResult, Task, Warning, WarningReplay, WarningSettings } from '@kontuar/contracts'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, signIn, type Ask, type Person } from '../ground/api.ts'
import { openBrowser, settled, violations, visit, type Visit } from '../ground/browse.ts'
import { tasksOf } from '../ground/desk.ts'
import { until } from '../ground/feedback.ts'
import { startKontuar, type StartedKontuar } from '../ground/start-kontuar.ts'
import { describeWith } from '../ground/tools.ts'

const marek = { email: 'marek@turnia.example', password: 'kontuar-demo' }

describeWith(['chromium'], 'warnings', () => {
  let kontuar: StartedKontuar
  let browser: Browser
  let manager: Person & { ask: Ask }
  let visited: Visit
  let fall: Warning
  let card: Locator
  const warning = () => manager.ask<Warning>('GET', `/warnings/${fall.id}`)
  const choose = (state: string) => visited.page.getByRole('radiogroup', { name: 'Which warnings' }).getByText(state, { exact: true }).click()
  const undo = () => visited.page.getByRole('button', { name: 'Undo' }).last().click()
  beforeAll(async () => {
    [kontuar, browser] = await Promise.all([startKontuar({ args: ['--demo'], env: { LOG_LEVEL: 'warn' } }), openBrowser()])
    manager = await addPerson(kontuar.url, await signIn(kontuar.url, marek), 'manager', 'Ewa Zaręba', 'kierowniczka@turnia.example')
    // Looked for once the sums of half a year are there.
    fall = await until('the fall of NPS in Wrocław is found', async () => (await manager.ask<{ items: Warning[] }>('GET', '/warnings?kind=nps-falls&state=open')).items.find(({ locationName }) => locationName === 'Wrocław'), 900)
    visited = await visit(browser, kontuar.url, { as: manager })
    card = visited.page.locator(`[data-warning="${fall.id}"]`)
  }, 1_000_000)
  afterAll(async () => {
    await visited?.close()
    await browser?.close()
    await kontuar?.discard()
  })

  test('a card says what changed, where, since when, why now, what may be behind it and what can be done', async () => {
    const { page } = visited
    await page.goto('/numbers/warnings')
    await settled(page)
    await card.waitFor()
    await card.locator('svg').nth(1).waitFor()
    const said = (await card.textContent())!.replaceAll(/\s/g, ' ')
    for (const words of ['NPS is falling', 'Wrocław', 'since', `of ${fall.n} answers, usually`, 'By chance alone that happens', 'What may be behind it', 'Customers are less happy with the service', 'What can be done', 'train the team']) expect(said).toContain(words)
    expect(await violations(page)).toEqual([])
    await visited.look('warnings-open')
  })

  test('its rows are those it was counted from, as many as it says', async () => {
    const { page } = visited
    await card.getByRole('link', { name: 'See what was counted' }).click()
    const pane = page.getByRole('complementary', { name: /^Rows behind/ })
    await expect.poll(() => pane.locator('[data-rows]').getAttribute('data-rows')).toBe(String(fall.n))
    expect(await violations(page)).toEqual([])
    await visited.look('warnings-rows')
    const { results } = await manager.ask<{ results: MetricResult[] }>('POST', '/metrics/read', { queries: [fall.rows] })
    expect(results[0]!.figure).toMatchObject({ n: fall.n, value: expect.closeTo(fall.came!, 9) })
    await page.goBack()
    await pane.waitFor({ state: 'detached' })
  })

  test('put off until tomorrow it leaves the list, and comes back when that is undone', async () => {
    const { page } = visited
    await card.getByRole('button', { name: /^Snooze/ }).click()
    await page.getByRole('menuitem', { name: 'Until tomorrow morning' }).click()
    await card.waitFor({ state: 'detached' })
    await expect.poll(async () => (await warning()).state).toBe('snoozed')
    await undo()
    await card.waitFor()
    await expect.poll(async () => (await warning()).state).toBe('open')
  })

  test('dismissed it keeps the reason, says that it learns, and is opened again', async () => {
    const { page } = visited
    await card.getByRole('button', { name: /^Dismiss/ }).click()
    await card.getByRole('radio', { name: 'False alarm' }).check()
    await card.getByRole('note').getByText('only when the change is larger').waitFor()
    await card.getByRole('textbox', { name: 'A few words for others' }).fill('Remont we Wrocławiu')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await card.waitFor({ state: 'detached' })
    await expect.poll(async () => (await warning()).closedReason).toBe('false-alarm')
    await choose('Dismissed')
    await card.getByText('Dismissed: False alarm. By Ewa Zaręba.').waitFor()
    await card.getByText('Remont we Wrocławiu').waitFor()
    await card.getByRole('button', { name: /^Open again/ }).click()
    await card.waitFor({ state: 'detached' })
    await choose('Open')
    await card.waitFor()
    expect(await warning()).toMatchObject({ state: 'open', closedReason: null })
  })

  test('a task is made of it, begins with the advice, and stands among her tasks and in her day', async () => {
    const { page } = visited
    await card.getByRole('button', { name: /^Make a task of it/ }).click()
    const what = card.getByRole('textbox', { name: 'What to do' })
    await expect.poll(() => what.inputValue()).toBe('Go through some of these contacts and train the team (NPS is falling, Wrocław)')
    await what.fill('Porozmawiać z Wrocławiem o ocenach')
    // Until noon it would be of another day in the evening; what is due now is of this one.
    await card.getByLabel('Due').fill(Temporal.Now.zonedDateTimeISO('Europe/Warsaw').toPlainDateTime().toString({ smallestUnit: 'minute' }))
    await card.getByRole('button', { name: 'Add the task' }).click()
    await card.getByRole('link', { name: 'There is a task of it' }).click()
    await page.waitForURL(/\/tasks\?/)
    await page.getByText('Porozmawiać z Wrocławiem o ocenach').first().waitFor()
    const task = (await tasksOf(manager.ask, 'ownerId=me')).find(({ origin }: Task) => origin === 'warning')
    expect(task).toMatchObject({ title: 'Porozmawiać z Wrocławiem o ocenach', id: (await warning()).taskId })
    await page.goto('/today')
    await page.locator('[data-item]', { hasText: 'Porozmawiać z Wrocławiem o ocenach' }).waitFor()
    await visited.look('warnings-task-today')
  })

  test('the past shows at once what another budget of false alarms would have brought, before it is saved', async () => {
    const { page } = visited
    await page.goto('/numbers/warnings')
    await page.getByRole('link', { name: 'Sensitivity and past' }).click()
    const replayed = (falseAlarmsPerMonth: number) => manager.ask<WarningReplay>('POST', '/warnings/replay', { months: 6, settings: { ...saved, falseAlarmsPerMonth } })
    const saved = await manager.ask<WarningSettings>('GET', '/warning-settings')
    // Half a year is looked through anew for it.
    const would = (count: number) => page.getByText(count === 1 ? '1 warning would have come' : `${count} warnings would have come`, { exact: true }).waitFor({ timeout: 60_000 })
    const [usual, most] = [await replayed(saved.falseAlarmsPerMonth), await replayed(30)]
    expect(most.items.length).toBeGreaterThan(usual.items.length)
    await would(usual.items.length)
    await page.getByText('NPS is falling').last().waitFor()
    expect(await violations(page)).toEqual([])
    await visited.look('warnings-past')
    await page.getByRole('slider', { name: 'False alarms a month, at most' }).focus()
    await page.keyboard.press('End')
    await would(most.items.length)
    await page.getByText(`With the saved settings: ${usual.items.length}.`).waitFor()
    expect((await manager.ask<WarningSettings>('GET', '/warning-settings')).falseAlarmsPerMonth).toBe(saved.falseAlarmsPerMonth)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Saved how sensitive warnings are.').waitFor()
    expect((await manager.ask<WarningSettings>('GET', '/warning-settings')).falseAlarmsPerMonth).toBe(30)
    await undo()
    await expect.poll(async () => (await manager.ask<WarningSettings>('GET', '/warning-settings')).falseAlarmsPerMonth).toBe(saved.falseAlarmsPerMonth)
    expect(visited.faults).toEqual([])
  })
})
