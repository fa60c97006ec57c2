// Guards that tiles of one metric can be told apart by their names, in three languages.
import { expect, test } from 'vitest'
import type { Locale, Tile } from '@kontuar/contracts'
import { tileTitle } from './tile-title.ts'

const tile = (kind: Tile['kind'], more: Partial<Tile> = {}): Tile => ({ id: 't', kind, metrics: ['nps'], width: 2, height: 1, ...more })
const [nps, csat] = [{ label: 'NPS' }, { label: 'CSAT' }]

test.each<[Locale, string[]]>([
  ['pl', ['NPS', 'NPS', 'NPS według kanału', 'NPS według powodu kontaktu', 'NPS: lokalizacje na tle sieci', 'NPS: jak rozkładają się wartości', 'NPS: kiedy', 'Zestawienie według osoby']],
  ['ru', ['NPS', 'NPS', 'NPS по каналам', 'NPS по причинам', 'NPS: точки на фоне сети', 'NPS: как распределены значения', 'NPS: когда', 'Сводка по сотрудникам']],
  ['en', ['NPS', 'NPS', 'NPS by channel', 'NPS by reason', 'NPS: locations against the network', 'NPS: how the values lie', 'NPS: when', 'Summary by person']],
])('in %s', (language, titles) => {
  const said = [tile('number'), tile('line'), tile('bars', { by: 'channel' }), tile('bars', { by: 'reason' }), tile('network'), tile('distribution'), tile('heat')].map((each) => tileTitle(each, [nps!], language))
  expect([...said, tileTitle(tile('table', { by: 'staff' }), [nps!, csat!], language)]).toEqual(titles)
})

test('what the author calls it is what it is called, and a field goes by its own name', () => {
  expect(tileTitle(tile('bars', { by: 'channel', title: 'Skąd' }), [nps!], 'pl')).toBe('Skąd')
  expect(tileTitle(tile('bars', { by: 'field:Rozmiar' }), [nps!], 'pl')).toBe('NPS według pola „Rozmiar”')
  expect(tileTitle(tile('funnel'), [nps!, csat!], 'en')).toBe('From “NPS” to “CSAT”')
})
