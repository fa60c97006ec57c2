// Guards what is kept of a message while it is written, and that it comes back as it was.
import type { Interaction } from '@kontuar/contracts'
import { expect, it } from 'vitest'
import { contentOf, contentOfEntry, draftOf, htmlOfText, isBlankHtml, sameRecipients, type Content } from './draft-content.ts'

const to = [{ name: 'Anna', address: 'anna@example.com' }]
const content: Content = { html: '<p>Dzień dobry</p>', kind: 'message', recipients: { to, cc: [], bcc: [] }, files: [] }

it('comes back as it was', () => expect(contentOf(draftOf(content)!)).toEqual(content))
it('keeps suggested recipients a suggestion, so that a later letter from somebody else changes them', () => {
  expect(contentOf(draftOf({ ...content, recipients: null })!).recipients).toBeNull()
})
it.each([['<p></p>', true], ['<p> &nbsp;<br></p>', true], ['<p>a</p>', false], ['<p><img src="/api/v1/files/1"></p>', false]])('%s is blank: %s', (html, blank) => {
  expect(isBlankHtml(html)).toBe(blank)
  expect(draftOf({ html, kind: 'note', recipients: null, files: [] }) === null).toBe(blank)
})
it('makes paragraphs of a text and lets nothing in it become HTML', () => {
  expect(htmlOfText('a\nb\n\n<b>&"')).toBe('<p>a<br>b</p><p>&lt;b&gt;&amp;&quot;</p>')
})
it('takes back from the diary without signature and quote', () => {
  expect(contentOfEntry({ visibleText: 'Hi', to, cc: [], bcc: [] } as unknown as Interaction)).toEqual({ html: '<p>Hi</p>', kind: 'message', recipients: { to, cc: [], bcc: [] }, files: [] })
})
it('compares recipients by address', () => {
  expect(sameRecipients({ to, cc: [], bcc: [] }, { to: [{ name: '', address: 'ANNA@example.com' }], cc: [], bcc: [] })).toBe(true)
  expect(sameRecipients({ to, cc: [], bcc: [] }, { to, cc: to, bcc: [] })).toBe(false)
})
