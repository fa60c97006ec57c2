// Results, answers, one answer with the diary beside it, quotes.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const settle = (page: Page) => page.waitForTimeout(400)
const answered = async (page: Page) => {
  await page.locator('[data-answer]').first().waitFor()
  await settle(page)
}
const into = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor()
  await page.locator(selector).first().evaluate((element) => { const box = element.closest('main')!.querySelector('[class*=body]')!; box.scrollTop += element.getBoundingClientRect().top - 160 })
  await settle(page)
}
const results = '/feedback/surveys/v1/results'
const one = '/feedback/answers/a1'

export const resultsScreens: readonly Screen[] = [
  { name: 'results', path: results, prepare: settle },
  { name: 'results-year', path: `${results}?period=all`, prepare: settle },
  { name: 'results-nps', path: '/feedback/surveys/v2/results?period=90d', prepare: settle },
  { name: 'results-questions', path: '/feedback/surveys/v2/results?period=90d', prepare: into('main ol[data-many]') },
  { name: 'results-matrix', path: '/feedback/surveys/v2/results?period=all', prepare: into('main table td[style]') },
  { name: 'results-breakdown', path: `${results}?period=90d&by=staff&order=figure`, prepare: into('main table th[aria-sort]') },
  { name: 'results-solved', path: '/feedback/surveys/v3/results?period=90d', prepare: into('main td[data-apart]') },
  { name: 'results-funnel', path: `${results}?period=90d`, prepare: into('main ol > li > span:nth-child(2) > b') },
  { name: 'results-tip', path: `${results}?period=90d`, prepare: async (page) => {
    await page.locator('[role=group] a[tabindex="0"]').last().focus()
    await page.keyboard.press('ArrowLeft')
    await settle(page)
  } },
  { name: 'results-table', path: `${results}?period=90d`, prepare: async (page) => {
    const shut = page.locator('main button[aria-pressed=false]')
    while ((await shut.count()) > 0) await shut.first().click()
    await page.mouse.move(0, 0)
    await settle(page)
  } },
  { name: 'results-filtered', path: `${results}?period=90d&location=l1&road=sms`, prepare: async (page) => {
    await settle(page)
    await page.locator('[class*=barEnd] [aria-haspopup=dialog]').click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
  } },
  { name: 'results-days', path: `${results}?from=2026-01-01`, prepare: async (page) => {
    await page.locator('main [aria-haspopup=dialog]').first().click()
    await page.locator('input[type=date]').first().waitFor()
    await settle(page)
  } },
  { name: 'results-trap', path: '/feedback/surveys/v2/results?period=90d', prepare: async (page) => {
    await page.locator('main h2 button').first().click()
    await settle(page)
  } },
  { name: 'results-few', path: '/feedback/surveys/v3/results?period=7d&location=l3', prepare: settle },
  { name: 'results-anonymous', path: '/feedback/surveys/v5/results?period=all', prepare: settle },
  { name: 'results-none', path: '/feedback/surveys/v4/results', prepare: settle },
  { name: 'results-loading', path: results, scenario: { hanging: ['/surveys/:id/results'] } },
  { name: 'results-failed', path: results, scenario: { failing: ['/surveys/:id/results'] }, prepare: settle },
  { name: 'results-parts-failed', path: results, scenario: { failing: ['/surveys/:id/trend', '/surveys/:id/breakdown'] }, prepare: settle },
  { name: 'answers', path: '/feedback/answers', prepare: answered },
  { name: 'answers-filtered', path: '/feedback/answers?tone=low&commented=true&location=l1', prepare: answered },
  { name: 'answers-filters', path: '/feedback/answers', prepare: async (page) => {
    await answered(page)
    await page.locator('main [aria-haspopup=dialog]').last().click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
  } },
  { name: 'answers-nothing', path: '/feedback/answers?q=czegostakiegoniema', prepare: settle },
  { name: 'answers-empty', path: '/feedback/answers', scenario: { empty: true }, prepare: settle },
  { name: 'answers-loading', path: '/feedback/answers', scenario: { hanging: ['/answers'] } },
  { name: 'answers-failed', path: '/feedback/answers', scenario: { failing: ['/answers'] }, prepare: settle },
  { name: 'answers-survey', path: '/feedback/surveys/v1/answers?period=30d&question=score&value=5', prepare: answered },
  { name: 'answers-anonymous', path: '/feedback/surveys/v5/answers', prepare: answered },
  { name: 'answers-keys', path: '/feedback/answers', prepare: async (page) => {
    await answered(page)
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    await settle(page)
  } },
  { name: 'answers-news', path: '/feedback/answers', prepare: async (page) => {
    await answered(page)
    await page.keyboard.press('j')
    await page.evaluate(async () => {
      for (let n = 0; n < 3; n++) await fetch('/fake/answer', { method: 'POST' })
    })
    await page.locator('button[class*=news]').waitFor()
  } },
  { name: 'answer', path: one, prepare: settle },
  { name: 'answer-opened', path: one, prepare: async (page) => {
    await page.locator('button[aria-expanded=false]').nth(2).click()
    await settle(page)
  } },
  { name: 'answer-call', path: one, prepare: async (page) => {
    await settle(page)
    await page.keyboard.press('c')
    await page.locator('main form input[maxlength]').first().waitFor()
    await settle(page)
  } },
  { name: 'answer-quote', path: one, prepare: async (page) => {
    await page.locator('[data-comment]').evaluate((element) => document.getSelection()!.setBaseAndExtent(element.firstChild!, 0, element.firstChild!, 58))
    await settle(page)
    await page.locator('[data-comment] + div button').click()
    await settle(page)
  } },
  { name: 'answer-out', path: one, prepare: async (page) => {
    await page.locator('section > button[type=button]').last().click()
    await page.locator('main form input').last().fill('Nasza próba')
    await page.keyboard.press('Enter')
    await page.getByRole('note').waitFor()
    await settle(page)
  } },
  { name: 'answer-anonymous', path: '/feedback/answers/av5-3', prepare: settle },
  { name: 'answer-nobody', path: '/feedback/answers/av1-1', prepare: settle },
  { name: 'answer-nps', path: '/feedback/answers/av2-5', prepare: settle },
  { name: 'answer-gone', path: '/feedback/answers/nothing', prepare: settle },
  { name: 'answer-diary-failed', path: one, scenario: { failing: ['/interactions'] }, prepare: settle },
  { name: 'answer-loading', path: one, scenario: { hanging: ['/answers/:id'] } },
  { name: 'quotes', path: '/feedback/quotes', prepare: settle },
  { name: 'quotes-empty', path: '/feedback/quotes', scenario: { empty: true }, prepare: settle },
]
