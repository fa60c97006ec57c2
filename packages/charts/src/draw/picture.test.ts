// Guards the pictures people take away: they explain themselves, and what people wrote stays text.
import { expect, test } from 'vitest'
import { lightLook } from '../look.ts'
import { chartPicture, numberPicture, tablePicture } from './picture.ts'

const sheet = { words: { title: 'Zadowolenie <b>& reszta</b>', under: ['1–30 lis 2026'], foot: 'Salon "Miętowa" · Kontuar' }, look: lightLook, width: 400 }
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words)

test('a chart has its name above, its days below it, and at the foot where it comes from', () => {
  const { svg, height } = chartPicture(sheet, '<svg width="360" height="200"></svg>', 200)
  expect(wordsOf(svg)).toEqual(['Zadowolenie &lt;b&gt;&amp; reszta&lt;/b&gt;', '1–30 lis 2026', 'Salon &quot;Miętowa&quot; · Kontuar'])
  expect(svg).toContain(`height="${height}"`)
  expect(svg).not.toContain('<b>')
})

test('a number says how sure it is and of how many', () => {
  const { svg } = numberPicture(sheet, { value: '84%', interval: '±3 pkt proc.', n: 'n = 328', change: '+2 pkt proc.', tone: 'good' })
  expect(wordsOf(svg).slice(2, 5)).toEqual(['84%', '±3 pkt proc.  ·  n = 328', '+2 pkt proc.'])
  expect(svg).toContain(`fill="${lightLook.good}"`)
})

test('a table keeps to its width, however much stands in it', () => {
  const wide = { text: 'Bardzo długa nazwa lokalizacji, która nie zmieści się nigdzie i jeszcze trochę' }
  const { svg } = tablePicture(sheet, { columns: [{ name: 'Lokalizacja', number: false }, { name: 'Kontakty', number: true }], rows: [[wide, { text: '412' }], [wide, { text: '3' }]] })
  expect(wordsOf(svg)).toContain('412')
  for (const [, x] of svg.matchAll(/<text x="([\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(400)
  expect(wordsOf(svg).some((words) => words!.endsWith('…'))).toBe(true)
})
