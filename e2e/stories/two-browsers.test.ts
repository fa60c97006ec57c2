// Guards work side by side: two people see each other and each other's work, and a lost connection loses nothing.
import type { Ticket } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Person } from '../ground/api.ts'
import type { Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'two people at once', () => {
  let stage: Stage
  let borys: Person
  let first: Visit
  let second: Visit
  const rows = ({ page }: Visit) => page.locator('[data-ticket]')
  beforeAll(async () => {
    stage = await setStage()
    borys = await addPerson(stage.kontuar.url, stage.ask, 'agent', 'Borys Sokół', 'borys@mieta.example')
    for (let n = 1; n <= 40; n++) await stage.arrives({ subject: `Sprawa ${n}`, from: `klient${n}@klient.example` })
    await stage.tickets(40)
    // Stopping the server on purpose breaks its requests.
    const expected = /request failed|WebSocket|status 50[23]/
    first = await stage.atTicket('Sprawa 40', { expected })
    second = await stage.atTicket('Sprawa 40', { as: borys, expected })
  })
  afterAll(() => stage?.stop())

  test('each sees that the other is here, and that they write', async () => {
    await second.page.getByText('Anna Wójcik is here').waitFor()
    await first.page.locator('[data-kind=message]').click()
    await first.page.getByRole('textbox', { name: 'Text of the answer' }).pressSequentially('Dzień dobry')
    await second.page.getByText('Anna Wójcik is writing…').waitFor()
    await second.look('somebody-writes')
  })

  test('who takes a ticket is seen by the other', async () => {
    await second.page.locator('[data-timeline]').focus()
    await second.page.keyboard.press('a')
    await first.page.getByRole('article', { name: /^Ticket/ }).getByText('Borys Sokół').first().waitFor()
    await rows(first).filter({ hasText: 'Sprawa 40' }).getByTitle('Owner: Borys Sokół').waitFor()
  })

  test('news does not move the list under the hand: it waits at the top as "1 new"', async () => {
    const { page } = second
    await page.goto('/tickets?view=all')
    await rows(second).first().hover()
    await page.mouse.wheel(0, 400)
    await expect.poll(() => page.evaluate(`document.querySelector('[data-ticket]').closest('[role=list]').parentElement.scrollTop`)).toBe(400)
    const seen = await visibleSubjects(second)
    await stage.arrives({ subject: 'Zupełnie nowa', from: 'nowy@klient.example' })
    const pill = page.getByRole('button', { name: '1 new', exact: true })
    await pill.waitFor()
    expect(await visibleSubjects(second)).toEqual(seen)
    await second.look('news-pill')
    await pill.click()
    await rows(second).filter({ hasText: 'Zupełnie nowa' }).waitFor()
  })

  test('a stopped server is said in words, what is typed stays, and nothing that happened meanwhile is missed', async () => {
    const bar = (visited: Visit) => visited.page.getByText('No connection with the server.')
    await stage.kontuar.stop()
    await bar(first).waitFor()
    await bar(second).waitFor()
    await first.look('connection-lost')
    const field = first.page.getByRole('textbox', { name: 'Text of the answer' })
    await field.click()
    await first.page.keyboard.press('Control+End')
    await first.page.keyboard.type(', pisane bez serwera')
    await first.page.getByText('Kept in this browser').waitFor()
    await stage.kontuar.restart()
    // Before the browsers have noticed.
    await stage.arrives({ subject: 'W przerwie', from: 'przerwa@klient.example' })
    await Promise.all([bar(first).waitFor({ state: 'detached', timeout: 30_000 }), bar(second).waitFor({ state: 'detached', timeout: 30_000 })])
    await first.page.getByText('Draft saved').waitFor({ timeout: 20_000 })
    await expect.poll(async () => (await rows(second).filter({ hasText: 'W przerwie' }).count()) + (await second.page.getByRole('button', { name: /^\d+ new$/ }).count()), { timeout: 15_000 }).toBeGreaterThan(0)
    const [ticket] = (await stage.ask<{ items: Ticket[] }>('GET', '/tickets?q=Sprawa+40')).items
    expect((await stage.ask<{ html: string }>('GET', `/tickets/${ticket!.id}/draft`)).html).toContain('Dzień dobry, pisane bez serwera')
  })

  test('nothing else went wrong', () => {
    expect([...first.faults, ...second.faults]).toEqual([])
  })
})

async function visibleSubjects({ page }: Visit): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('[data-ticket]')].map((row) => [Math.round(row.getBoundingClientRect().top), row.dataset.ticket]).filter(([top]) => top > 60 && top < innerHeight)`)
}
