// Guards what was typed: it can be called back for some seconds, and it survives a reload and another machine.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visit } from '../ground/browse.ts'
import { writtenBy } from '../ground/post.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'what was typed', () => {
  let stage: Stage
  let window: Visit
  const field = (visited: Visit) => visited.page.getByRole('textbox', { name: 'Text of the answer' })
  beforeAll(async () => {
    stage = await setStage()
    await Promise.all([stage.arrives({ subject: 'Reklamacja' }), stage.arrives({ subject: 'Faktura', from: 'jan@klient.example' })])
    await stage.tickets(2)
  })
  afterAll(() => stage?.stop())

  test('undo within the seconds brings the text back into the composer, and nothing leaves', async () => {
    window = await stage.atTicket('Reklamacja')
    const { page } = window
    await page.locator('[data-kind=message]').click()
    await field(window).fill('Za szybko wysłane')
    await page.keyboard.press('Control+Enter')
    const notice = page.getByRole('status').filter({ hasText: /Answer to #\d+/ })
    await window.look('undo-send')
    await notice.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => field(window).textContent()).toBe('Za szybko wysłane')
    await page.getByText('Sending was undone. Show the text').waitFor()
    await field(window).fill('Teraz naprawdę')
    await page.keyboard.press('Control+Enter')
    // The second one leaves after the first would have: had anything left, it would be here.
    await stage.postOffice.next('zofia@klient.example')
    expect(stage.postOffice.taken.filter((each) => writtenBy(each) === 'person').map(({ mail }) => mail.text?.split('\n')[0])).toEqual(['Teraz naprawdę'])
    expect(window.faults).toEqual([])
    await window.close()
  })

  test('a draft survives a reload and is there in another browser of the same person', async () => {
    window = await stage.atTicket('Faktura')
    await window.page.locator('[data-kind=message]').click()
    await field(window).pressSequentially('Fakturę wyślę jut')
    await window.page.getByText('Draft saved').waitFor()
    await window.page.reload()
    await expect.poll(() => field(window).textContent()).toBe('Fakturę wyślę jut')
    const laptop = await stage.atTicket('Faktura')
    await expect.poll(() => field(laptop).textContent()).toBe('Fakturę wyślę jut')
    expect([...window.faults, ...laptop.faults]).toEqual([])
    await laptop.close()
  })

  test('what was typed in the last moment before the window closed is not lost', async () => {
    await field(window).click()
    await window.page.keyboard.press('Control+End')
    await window.page.keyboard.type('ro rano')
    await window.page.reload()
    await expect.poll(() => field(window).textContent()).toBe('Fakturę wyślę jutro rano')
    await window.close()
  })
})
