// Guards the manager who sees that somebody has too much: the board says so, opens the very rows behind its number, and the
// work is handed on by mouse and by keyboard, with a way back. Whoever got it is told.
import type { Board, Notification, Ticket } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Ask, type Person } from '../ground/api.ts'
import { violations, type Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

const heldByBorys = 9

describeWith(['chromium'], 'a manager relieves an agent', () => {
  let stage: Stage
  let borys: Person & { ask: Ask }
  let ewa: Person & { ask: Ask }
  let marta: Visit
  let colleague: Visit
  const ids: Record<string, string> = {}
  const held = async (email: string) => (await stage.ask<{ items: Ticket[] }>('GET', `/tickets?statusCategory=active&assigneeId=${ids[email]}&limit=200`)).items
  const owners = () => marta.page.getByRole('region', { name: 'Who holds what' })
  const rowOf = (name: string) => owners().getByRole('row').filter({ hasText: name })
  const pane = () => marta.page.getByRole('region', { name: 'Tickets of Borys Sokół' })
  const boxes = () => pane().getByRole('checkbox', { name: /^Choose #/ })
  beforeAll(async () => {
    stage = await setStage()
    const { url } = stage.kontuar
    const manager = await addPerson(url, stage.ask, 'manager', 'Marta Lipa', 'marta@mieta.example')
    borys = await addPerson(url, stage.ask, 'agent', 'Borys Sokół', 'borys@mieta.example')
    ewa = await addPerson(url, stage.ask, 'agent', 'Ewa Mróz', 'ewa@mieta.example')
    for (const { id, email } of (await stage.ask<{ items: { id: string; email: string }[] }>('GET', '/staff')).items) ids[email] = id
    for (const [person, total] of [[borys, 6], [ewa, 10]] as const) {
      await stage.ask('PUT', `/staff/${ids[person.email]}/ability`, { skills: [], capacity: { total, byChannel: {} }, shiftCalendarId: null })
      await person.ask('PUT', '/me/presence', { state: 'available' })
    }
    for (let n = 1; n <= heldByBorys + 1; n++) await stage.arrives({ subject: `Sprawa ${n}`, from: `klient${n}@klient.example` })
    await stage.tickets(heldByBorys + 1)
    const { items } = await stage.ask<{ items: Ticket[] }>('GET', '/tickets?limit=200&sort=number')
    await stage.ask('POST', '/tickets/bulk', { ticketIds: items.slice(0, heldByBorys).map(({ id }) => id), patch: { assigneeId: ids[borys.email] } })
    colleague = await stage.visit({ as: ewa })
    await colleague.page.goto('/today')
    marta = await stage.visit({ as: manager })
  })
  afterAll(() => stage?.stop())

  test('the board shows who has more than they can carry, and who is free', async () => {
    await marta.page.goto('/board')
    await rowOf('Borys Sokół').getByText('9 of 6').waitFor()
    await rowOf('Borys Sokół').getByText('3 over the limit').waitFor()
    await rowOf('Ewa Mróz').getByText('0 of 10').waitFor()
    const board = await stage.ask<Board>('GET', '/board')
    expect(board).toMatchObject({ open: heldByBorys + 1, unassigned: 1 })
    expect(board.owners.find(({ ownerId }) => ownerId === ids[borys.email])).toMatchObject({ tickets: heldByBorys })
    expect(await violations(marta.page)).toEqual([])
    await marta.look('board')
  })

  test('the number opens the very rows it counts', async () => {
    const { page } = marta
    await page.getByRole('link', { name: `Borys Sokół, Open: ${heldByBorys}` }).click()
    await page.locator('[data-ticket]').nth(heldByBorys - 1).waitFor()
    const shown = await page.locator('[data-ticket]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ticket')))
    expect(shown.toSorted()).toEqual((await held(borys.email)).map(({ id }) => id).toSorted())
    await marta.look('board-rows')
    await page.goBack()
    await owners().waitFor()
  })

  test('three tickets are dragged onto the free colleague', async () => {
    const { page } = marta
    await owners().getByRole('link', { name: 'Tickets of Borys Sokół' }).click()
    await boxes().nth(heldByBorys - 1).waitFor()
    for (const index of [0, 1, 2]) await boxes().nth(index).click()
    await pane().getByText('3 tickets').waitFor()
    const from = (await pane().locator('[data-ticket]').first().boundingBox())!
    const to = (await rowOf('Ewa Mróz').boundingBox())!
    await page.mouse.move(from.x + 60, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 10, { steps: 4 })
    await page.mouse.move(to.x + 80, to.y + to.height / 2, { steps: 8 })
    await page.getByText(/→ Ewa Mróz/).waitFor()
    await marta.look('board-drag')
    await page.mouse.up()
    await page.getByText('3 tickets: Ewa Mróz').waitFor()
    await rowOf('Ewa Mróz').getByText('3 of 10').waitFor()
    await rowOf('Borys Sokół').getByText('6 of 6').waitFor()
    expect(await held(ewa.email)).toHaveLength(3)
  })

  test('two more are given by keyboard alone, and Z takes this act back', async () => {
    const { page } = marta
    await expect.poll(() => boxes().count()).toBe(6)
    await pane().getByRole('heading', { name: 'Borys Sokół' }).focus()
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
    await pane().getByText('2 tickets').waitFor()
    await page.keyboard.press('a')
    await page.getByText('Give 2 tickets to').waitFor()
    await page.keyboard.type('Ewa')
    await page.getByRole('option', { name: /Ewa Mróz/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2 tickets: Ewa Mróz').waitFor()
    await rowOf('Ewa Mróz').getByText('5 of 10').waitFor()
    expect(await held(ewa.email)).toHaveLength(5)
    await marta.look('board-relieved')
    await page.keyboard.press('z')
    await page.getByText('2 tickets are with their owner again').waitFor()
    await rowOf('Borys Sokół').getByText('6 of 6').waitFor()
    await expect.poll(async () => (await held(ewa.email)).length).toBe(3)
    expect(await held(borys.email)).toHaveLength(6)
  })

  test('the colleague is told by the bell, and her Today has the tickets', async () => {
    const { page } = colleague
    const bell = page.getByRole('link', { name: /^Notifications/ })
    await expect.poll(async () => Number(/(\d+) unread/.exec((await bell.textContent()) ?? '')?.[1] ?? 0)).toBeGreaterThanOrEqual(3)
    await bell.click()
    const panel = page.getByRole('dialog', { name: 'Notifications' })
    await panel.getByText(/The ticket is yours now/).first().waitFor()
    for (const { number } of await held(ewa.email)) await panel.getByText(`#${number}`).first().waitFor()
    await colleague.look('bell')
    const { items } = await ewa.ask<{ items: Notification[] }>('GET', '/notifications?limit=50')
    expect(items.filter(({ kind }) => kind === 'assigned').map(({ ticketId }) => ticketId)).toEqual(expect.arrayContaining((await held(ewa.email)).map(({ id }) => id)))
    await page.goto('/today')
    await expect.poll(() => page.locator('[data-item]').count()).toBe(3)
    expect([...marta.faults, ...colleague.faults]).toEqual([])
  })
})
