// Guards the settings of a survey on a website: what is typed a line each comes back as it was, a page's address is no website's.
import type { WebsiteSettings } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { faults, isOrigin, isPath, settingsOf, valuesOf } from './website-values.ts'

const settings: WebsiteSettings = { trigger: 'scroll', seconds: 20, scrollShare: 0.5, pages: ['/basket/*', '*'], againAfterDays: null, share: 0.25, origins: ['https://shop.example'], side: 'left' }

test('opened and saved they stay what they were', () => expect(settingsOf(valuesOf(settings))).toEqual(settings))
test('empty and doubled lines are left out', () => expect(settingsOf({ ...valuesOf(settings), pages: ' /a \n\n/a\n/b' }).pages).toEqual(['/a', '/b']))

test.each([['https://shop.example', true], ['https://shop.example/', true], ['http://localhost:8080', true], ['https://shop.example/basket', false], ['shop.example', false], ['https://shop.example?x', false], ['https://*.shop.example', false], ['javascript:alert(1)', false], ['https://a@shop.example', false]])('%s as a website: %j', (text, right) => expect(isOrigin(text)).toBe(right))
test.each([['/basket', true], ['*', true], ['basket', false], ['/two words', false]])('%s as a path: %j', (text, right) => expect(isPath(text)).toBe(right))

test('only what is asked for can be wrong', () => {
  const values = { ...valuesOf(settings), trigger: 'exit' as const, seconds: '', scroll: '', againAfterDays: '' }
  expect(Object.values(faults).map((fault) => fault(values))).toEqual([null, null, null, null, null, null])
  expect(faults.seconds({ ...values, trigger: 'time' })).toBe('seconds')
  expect(faults.againAfterDays({ ...values, again: true })).toBe('days')
})
