// Guards those who never touch the mouse: the main story by keys alone, with the focus visible at each step.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'

describeWith(['chromium'], 'by keyboard alone', () => {
  let stage: Stage
  let visited: Visit
  const press = async (...keys: string[]) => { for (const key of keys) await visited.page.keyboard.press(key) }
  const title = () => visited.page.getByRole('heading', { level: 1 }).last().textContent()
  beforeAll(async () => {
    stage = await setStage()
    for (const subject of ['Pierwsza', 'Druga', 'Trzecia']) {
      await stage.arrives({ subject, from: `${subject.toLowerCase()}@klient.example` })
      await stage.tickets(['Pierwsza', 'Druga', 'Trzecia'].indexOf(subject) + 1)
    }
    visited = await stage.visit()
    await visited.page.goto('/tickets')
    await visited.page.locator('[data-ticket]').nth(2).waitFor()
  })
  afterAll(() => stage?.stop())

  /** Something has the focus, and one sees what: an outline, a shadow, or a row marked as the cursor. */
  const focusSeen = () => visited.page.evaluate(`(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing has the focus'
    for (let each = at; each && each !== document.body; each = each.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
      if ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') return 'seen'
      if (each.matches('[data-cursor], [contenteditable=true], [role=combobox]')) return 'seen'
    }
    return 'not seen: ' + at.outerHTML.slice(0, 160)
  })()`)

  test('J and K move the cursor, Enter opens', async () => {
    await press('j')
    await expect.poll(() => visited.page.evaluate(`document.activeElement.textContent`)).toContain('Trzecia')
    expect(await focusSeen()).toBe('seen')
    await press('j')
    await expect.poll(() => visited.page.evaluate(`document.activeElement.textContent`)).toContain('Druga')
    await press('j', 'k')
    await expect.poll(() => visited.page.evaluate(`document.activeElement.textContent`)).toContain('Druga')
    await visited.look('keyboard-cursor')
    await press('Enter')
    await expect.poll(title).toBe('Druga')
    await visited.page.locator('[data-entry]').first().waitFor()
    await expect.poll(focusSeen).toBe('seen')
  })

  test('in an open ticket J and K go to the next and the previous', async () => {
    await press('j')
    await expect.poll(title).toBe('Pierwsza')
    await press('k')
    await expect.poll(title).toBe('Druga')
    await visited.page.locator('[data-entry]').first().waitFor()
  })

  test('R writes, Ctrl+Enter sends, Z takes it back', async () => {
    await press('r')
    const field = visited.page.getByRole('textbox', { name: 'Text of the answer' })
    await expect.poll(() => visited.page.evaluate('document.activeElement.isContentEditable')).toBe(true)
    await visited.page.keyboard.type('Już odpowiadam')
    await press('Control+Enter')
    await visited.page.getByText(/Answer to #\d+/).waitFor()
    await expect.poll(focusSeen).toBe('seen')
    await press('z')
    await expect.poll(() => field.textContent()).toBe('Już odpowiadam')
    await expect.poll(() => visited.page.evaluate('document.activeElement.isContentEditable')).toBe(true)
    await press('Control+Enter')
    await visited.page.getByText(/Answer to #\d+/).waitFor()
    expect((await stage.postOffice.next('druga@klient.example')).mail.text).toMatch(/^Już odpowiadam/)
  })

  test('E closes and Z opens again', async () => {
    const status = visited.page.getByRole('button', { name: /^Status/ })
    await press('e')
    await expect.poll(() => status.textContent()).toContain('Closed')
    await expect.poll(focusSeen).toBe('seen')
    await visited.page.getByText(/^Closed #\d+/).waitFor()
    await press('z')
    await expect.poll(() => status.textContent()).not.toContain('Closed')
  })

  test('Ctrl+K finds a ticket by its number', async () => {
    await press('Control+k')
    await visited.page.getByRole('dialog').getByRole('combobox').waitFor()
    await visited.page.keyboard.type('#1')
    await visited.page.getByRole('option', { name: /Pierwsza/ }).waitFor()
    await visited.look('palette')
    await expect.poll(() => visited.page.getByRole('option', { selected: true }).textContent()).toContain('Pierwsza')
    await press('Enter')
    await expect.poll(title).toBe('Pierwsza')
    await expect.poll(focusSeen).toBe('seen')
  })

  test('? shows the keys of this screen, Escape takes them away and gives the focus back', async () => {
    await visited.page.locator('[data-entry]').first().waitFor()
    await press('?')
    const overlay = visited.page.getByRole('dialog')
    await overlay.getByText('Close or reopen').waitFor()
    await overlay.getByText('Find and do anything').waitFor()
    await visited.look('shortcuts')
    await press('Escape')
    await overlay.waitFor({ state: 'detached' })
    await expect.poll(focusSeen).toBe('seen')
  })

  test('Escape closes an open menu and nothing else', async () => {
    await press('s')
    await visited.page.getByRole('menu').waitFor()
    await press('Escape')
    await visited.page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await title()).toBe('Pierwsza')
    await expect.poll(focusSeen).toBe('seen')
  })

  test('Escape goes back to the list, G C to the customers', async () => {
    await press('Escape')
    await expect.poll(() => new URL(visited.page.url()).pathname).toBe('/tickets')
    await expect.poll(focusSeen).toBe('seen')
    await press('g', 'c')
    await expect.poll(() => new URL(visited.page.url()).pathname).toBe('/customers')
    expect(visited.faults).toEqual([])
  })
})
