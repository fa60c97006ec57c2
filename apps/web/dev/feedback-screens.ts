// Feedback: the surveys, a new one, the builder. What the helpers of results and of touchpoints add goes below.
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const settle = (page: Page) => page.waitForTimeout(700)
/** The preview is a frame of its own: it is looked at when its page has come. */
const previewed = async (page: Page) => {
  await page.frameLocator('iframe').locator('main, table').first().waitFor({ timeout: 5000 }).catch(() => {})
  await settle(page)
}
const build = '/feedback/surveys/v1/build'

export const feedbackScreens: readonly Screen[] = [
  { name: 'surveys', path: '/feedback' },
  { name: 'surveys-empty', path: '/feedback', scenario: { empty: true } },
  { name: 'surveys-loading', path: '/feedback', scenario: { hanging: ['/surveys'] } },
  { name: 'surveys-failed', path: '/feedback', scenario: { failing: ['/surveys'] } },
  { name: 'surveys-menu', path: '/feedback', prepare: async (page) => {
    await page.locator('main tbody [aria-haspopup=menu]').first().click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'survey-new', path: '/feedback/new' },
  { name: 'survey-new-chosen', path: '/feedback/new?from=after-visit', prepare: previewed },
  { name: 'survey-new-copy', path: '/feedback/new?from=copy', prepare: settle },
  { name: 'survey-settings', path: '/feedback/surveys/v1/settings', prepare: settle },
  { name: 'survey-settings-anonymous', path: '/feedback/surveys/v5/settings', prepare: settle },
  { name: 'build', path: build, prepare: previewed },
  { name: 'build-condition', path: `${build}?at=reasons`, prepare: previewed },
  { name: 'build-text', path: `${build}?at=comment`, prepare: previewed },
  { name: 'build-single', path: `${build}?at=again`, prepare: previewed },
  { name: 'build-thanks', path: `${build}?at=thanks`, prepare: previewed },
  { name: 'build-intro', path: `${build}?at=intro`, prepare: previewed },
  { name: 'build-preview', path: `${build}?at=score&show=preview`, prepare: previewed },
  { name: 'build-desktop', path: `${build}?at=score&show=preview`, prepare: async (page) => {
    await page.locator('label:has([title])').last().click()
    await previewed(page)
  } },
  { name: 'build-mail', path: `${build}?at=score&show=preview`, prepare: async (page) => {
    await page.locator('iframe').locator('xpath=ancestor::section').locator('label').nth(1).click()
    await previewed(page)
  } },
  { name: 'build-add', path: build, prepare: async (page) => {
    await page.locator('[data-add]').click()
    await page.getByRole('menu').waitFor()
  } },
  { name: 'build-hints', path: '/feedback/surveys/v4/build?at=look', prepare: async (page) => {
    await page.locator('[data-measure]').click()
    await settle(page)
  } },
  { name: 'build-problems', path: '/feedback/surveys/v4/build?at=way', prepare: async (page) => {
    await page.locator('[data-publish]').click({ force: true })
    await settle(page)
  } },
  { name: 'build-publish', path: build, prepare: async (page) => {
    await page.locator('[data-publish]').click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
  } },
  { name: 'build-failed', path: build, scenario: { failing: ['/surveys/preview'] }, prepare: settle },
  { name: 'build-loading', path: build, scenario: { hanging: ['/surveys/:id'] } },
  { name: 'build-gone', path: '/feedback/surveys/nothing/build' },
]
