// Guards the list at the size of years: 100,000 tickets, a handful of rows in the page, and no gap while scrolling.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillTickets } from '../../bench/ground/fill.ts'
import { startPostgres } from '../../apps/server/src/platform/postgres/index.ts'
import type { Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const total = 100_000

describeWith(['chromium'], 'a list of 100,000 tickets', () => {
  let stage: Stage
  let visited: Visit
  const scroller = `document.querySelector('[data-ticket]').closest('[role=list]').parentElement`
  beforeAll(async () => {
    stage = await setStage()
    const postgres = await startPostgres({ dataDir: stage.kontuar.dataDir, log: { info() {}, warn() {} }, purpose: 'visit' })
    await fillTickets(postgres.ownerUrl, total)
    await postgres.stop()
    visited = await stage.visit()
  })
  afterAll(() => stage?.stop())

  test('opens with a screenful of rows', async () => {
    const { page } = visited
    await page.goto('/tickets?view=all')
    await page.locator('[data-ticket]').first().waitFor()
    expect(await page.locator('[data-ticket]').count()).toBeLessThan(80)
    await page.getByText('1,000+').first().waitFor()
    await visited.look('long-list')
  })

  test('scrolling through 2,000 rows shows every one in its order, and the page stays small', async () => {
    const { page } = visited
    const numbers: number[] = []
    let most = 0
    const rowsShown = () => page.evaluate(`[...document.querySelectorAll('[role=listitem]')].map((row) => [Number(row.getAttribute('aria-posinset')), Number(row.querySelector('[data-ticket] > span').textContent)])`) as Promise<[number, number][]>
    for (let top = 0; numbers.filter(Boolean).length < 2000; top += 700) {
      const wanted = Math.floor(top / 36) + 15
      await expect.poll(async () => {
        // Again each time, as a hand at the wheel does: while the next page is on its way the list ends here, and the browser stops there.
        await page.evaluate(`${scroller}.scrollTop = ${top}`)
        return (await rowsShown()).some(([position]) => position === wanted)
      }, { interval: 20, timeout: 10_000 }).toBe(true)
      const shown = await rowsShown()
      most = Math.max(most, shown.length)
      for (const [position, number] of shown) numbers[position] = number
    }
    expect(most).toBeLessThan(80)
    const seen = numbers.slice(1, 2001)
    expect(seen.every(Number.isInteger)).toBe(true)
    expect(new Set(seen).size).toBe(2000)
    await visited.look('long-list-far')
  })

  test('a ticket in the depth opens, and going back finds the same place', async () => {
    const { page } = visited
    const before = await page.evaluate(`${scroller}.scrollTop`)
    await page.locator('[data-ticket]').nth(20).click()
    await page.locator('[data-entry]').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(`Math.abs(${scroller}.scrollTop - ${String(before)}) < 900`)).toBe(true)
    expect(await page.locator('[data-ticket]').count()).toBeLessThan(80)
  })

  test('searching finds one by its number', async () => {
    const { page } = visited
    await page.goto('/tickets?view=all')
    await page.getByRole('searchbox').or(page.locator('[data-list-search]')).first().fill('77777')
    await expect.poll(() => page.locator('[data-ticket]').count()).toBe(1)
    expect(visited.faults).toEqual([])
  })
})
