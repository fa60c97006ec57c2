// Guards the page of a kiosk: everything without network, nothing that leads away, small enough.
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pageLanguages } from '@kontuar/pages'
import { surveyTemplates, type SurveyDefinition } from '@kontuar/survey'
import { kioskWords } from '../words/index.ts'
import { renderKiosk, type KioskPage } from './render-kiosk.ts'

const pageOf = (definition: SurveyDefinition, given: Partial<KioskPage> = {}) => renderKiosk({
  kiosk: { id: 'k', idleSeconds: 30, attract: {} }, survey: 's', version: 3, definition, anonymous: false, language: definition.defaultLanguage, look: { colour: '#0b6e6e', logo: null, name: null }, organization: 'Mięta', facts: {}, closed: null,
  script: '/k/kiosk.js?v=1', tag: 't', ...given,
})
const visit = surveyTemplates.find((t) => t.key === 'after-visit')!.definition

test('a kiosk speaks every language the pages speak', () => {
  expect(Object.keys(kioskWords).sort()).toEqual([...pageLanguages].sort())
  for (const words of Object.values(kioskWords)) for (const counted of [words.offline, words.held]) expect(counted).toContain('{n}')
})

describe.each(surveyTemplates.map((t) => [t.key, t.definition] as const))('of the survey %s', (_key, definition) => {
  test('the page with its script takes less than 20 KB, packed', () => {
    const page = gzipSync(pageOf(definition).html).length
    // The budget of the script stands in build.ts, which refuses to build a larger one.
    const most = Number(/name: 'kiosk'.*most: (\d+) \* 1024/.exec(readFileSync(new URL('../../../build.ts', import.meta.url), 'utf8'))![1]) * 1024
    expect(page + most).toBeLessThanOrEqual(20 * 1024)
  })

  test('holds each question in each language once, and no link', () => {
    const { html } = pageOf(definition)
    for (const language of definition.languages) {
      const set = html.split(`<template data-for="${language}"`)[1]!.split('</template>')[0]!
      for (const question of definition.questions) expect(set.split(`data-screen="question" data-question="${question.id}"`).length - 1).toBe(question.type === 'file' ? 0 : 1)
    }
    expect(html).not.toMatch(/<a[\s>]|<iframe|<form[^>]+action/)
  })
})

test('the first question stands on the first screen where one touch answers it, else a button', () => {
  const first = (definition: SurveyDefinition) => pageOf(definition).html.split('data-screen="attract">')[1]!.split('</section>')[0]!
  expect(first(visit)).toContain(`data-question="${visit.questions[0]!.id}"`)
  expect(first({ ...visit, questions: [{ id: 'text', type: 'text', title: { pl: 'Co?' } }] })).toContain('data-begin')
})

test('a closed survey says why and asks nothing, but keeps its script, which still sends what it holds', () => {
  const { html } = pageOf(visit, { closed: 'paused' })
  expect(html.split('data-screen="attract">')[1]!.split('</section>')[0]).not.toContain('<form')
  expect(html).toContain('"closed":true')
  expect(html).toContain('src="/k/kiosk.js?v=1"')
})

test('what somebody named their survey stays text, in the page and in its settings', () => {
  const nasty = '</script><script>alert(1)</script><!--'
  const { html } = pageOf({ ...visit, title: { pl: nasty }, questions: [{ id: 'q', type: 'single', title: { pl: nasty }, options: [{ id: nasty, label: { pl: nasty } }] }] }, { organization: nasty, kiosk: { id: nasty, idleSeconds: 30, attract: { pl: nasty } } })
  expect(html).not.toContain('<script>alert')
  const settings = JSON.parse(html.split('id="kiosk">')[1]!.split('</script>')[0]!) as { kiosk: string }
  expect(settings.kiosk).toBe(nasty)
})
