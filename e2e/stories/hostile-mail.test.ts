// Guards the person who opens a mail: nothing in it runs, nothing in it calls home until they say so. Each vector comes
// twice, in a mail with its whole family and in a mail of its own.
import type { Interaction, Ticket } from '@kontuar/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visit } from '../ground/browse.ts'
import { setStage, type Stage } from '../ground/stage.ts'
import { describeWith } from '../ground/tools.ts'
import { alone, bodyOf, families, vectorCount } from './hostile-vectors.ts'

const forbidden = 'script, iframe, object, embed, applet, form, input, button, textarea, select, meta:not([charset]):not([name=referrer]), link, svg, math, template, noscript, base:not([target]), frame, frameset, portal, video[src], audio[src]'
/** In the page: what of the mail is dangerous as it stands in the document. */
const inspect = `(() => {
  const body = document.body
  const bad = [...body.querySelectorAll(${JSON.stringify(forbidden)})].map((each) => each.outerHTML.slice(0, 120))
  for (const each of body.querySelectorAll('*')) for (const { name, value } of each.attributes) {
    if (name.startsWith('on')) bad.push(name + '=' + value.slice(0, 60))
    if (/^(href|src|action|formaction|xlink:href|data|poster|background)$/.test(name) && /^[\\s\\u0000-\\u001f]*(javascript|vbscript|data:text)/i.test(value)) bad.push(name + '=' + value.slice(0, 60))
  }
  return bad
})()`

/** A picture that stayed in the mail and was stopped by the policy of its frame: as it should be. */
const stopped = /Loading the image '[^']*' violates the following Content Security Policy directive/

describeWith(['chromium'], 'a hostile mail', () => {
  let stage: Stage
  let reader: Visit
  const singles = families.flatMap(({ vectors }) => vectors)
  beforeAll(async () => {
    stage = await setStage()
    for (const family of families) await stage.arrives({ subject: family.subject, from: 'mallory@evil.example', html: bodyOf(family) })
    // One ticket of single vectors: all from one sender, each answering the first.
    const first = await stage.arrives({ subject: 'Singles', from: 'eve@evil.example', html: alone(singles[0]!) })
    await stage.tickets(families.length + 1)
    for (const vector of singles.slice(1)) await stage.arrives({ subject: 'Re: Singles', from: 'eve@evil.example', html: alone(vector), inReplyTo: first, references: [first] })
  })
  afterAll(() => stage?.stop())

  const showFormatted = async ({ page }: Visit) => {
    const more = page.getByRole('button', { name: 'More about this entry' }).first()
    await more.click()
    // A mail with a table is shown so by itself.
    const formatted = page.getByRole('menuitem', { name: 'Show with formatting' })
    await page.getByRole('menuitem').first().waitFor()
    if (await formatted.count() > 0) await formatted.click()
    else await page.keyboard.press('Escape')
  }
  const tellTale = async ({ page }: Visit) => Number(await page.evaluate('Number(window.kontuarRan ?? 0)'))

  test('the alarm rings when something does run', async () => {
    const visited = await stage.visit()
    await visited.page.goto('/tickets')
    // Through the debugger, which no policy stops: what a mail would do if it could.
    await visited.page.evaluate('top.kontuarRan = 1; new Image().src = "https://ran.example/x"; setTimeout(() => alert(1))')
    await expect.poll(() => visited.faults.filter((fault) => /ran\.example|dialog|Content Security Policy/.test(fault)).length).toBeGreaterThanOrEqual(2)
    expect(await tellTale(visited)).toBe(1)
    await visited.close()
  })

  test(`${vectorCount} vectors in ${families.length} mails: none runs, none calls home, the words stay readable`, async () => {
    expect(vectorCount).toBeGreaterThanOrEqual(40)
    for (const { subject } of families) {
      reader = await stage.atTicket(subject, { expected: stopped })
      const { page } = reader
      await showFormatted(reader)
      const frame = page.frameLocator('[data-entry] iframe')
      await frame.locator('body').getByText('Vector 0', { exact: true }).waitFor()
      await reader.look(`hostile-${subject.split(' ')[0]!.toLowerCase()}`)
      expect(await page.frames().at(-1)!.evaluate(inspect), subject).toEqual([])
      await expect.poll(() => frame.locator('body').textContent(), { message: subject }).toContain('Vector 3')
      expect(await tellTale(reader), subject).toBe(0)
      expect(reader.foreign, subject).toEqual([])
      expect(reader.faults, subject).toEqual([])
      await reader.close()
    }
  })

  test('each vector alone is as harmless, in its frame and opened as a page of its own', async () => {
    const [ticket] = (await stage.ask<{ items: Ticket[] }>('GET', '/tickets?q=Singles')).items
    const entries = async () => (await stage.ask<{ items: Interaction[] }>('GET', `/tickets/${ticket!.id}/interactions?limit=200`)).items.filter(({ kind, direction }) => kind === 'message' && direction === 'in')
    await expect.poll(async () => (await entries()).length, { timeout: 30_000 }).toBe(singles.length)
    reader = await stage.visit({ expected: stopped })
    for (const { id } of await entries()) {
      await reader.page.goto(`/api/v1/interactions/${id}/document`)
      expect(await reader.page.evaluate(inspect)).toEqual([])
      expect(await tellTale(reader)).toBe(0)
    }
    expect([...reader.faults, ...reader.foreign]).toEqual([])
    await reader.close()
  }, 60_000)

  test('a mail cannot paint over the workspace', async () => {
    reader = await stage.atTicket('Styles and pictures')
    await showFormatted(reader)
    await reader.page.frameLocator('[data-entry] iframe').getByText('Your session has expired').waitFor()
    await reader.page.getByRole('button', { name: 'Close', exact: false }).first().click({ trial: true })
    await reader.page.getByRole('link', { name: 'Customers', exact: true }).click({ trial: true })
    await reader.close()
  })

  test('remote pictures are asked for only after "show images"', async () => {
    await stage.arrives({ subject: 'Newsletter', from: 'sklep@shop.example', html: '<p>Our new collection</p><img alt="coat" src="https://pictures.example/coat.png"><img alt="hat" src="https://pictures.example/hat.png">' })
    reader = await stage.atTicket('Newsletter', { expected: stopped, foreign: /^https:\/\/pictures\.example\// })
    const { page } = reader
    await showFormatted(reader)
    await page.frameLocator('[data-entry] iframe').getByText('Our new collection').waitFor()
    await page.getByText('Remote images are not loaded').waitFor()
    expect(reader.foreign).toEqual([])
    await page.getByRole('button', { name: 'Show images' }).click()
    await expect.poll(() => reader.foreign.toSorted()).toEqual(['https://pictures.example/coat.png', 'https://pictures.example/hat.png'])
    await page.getByText('Remote images are not loaded').waitFor({ state: 'detached' })
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})
