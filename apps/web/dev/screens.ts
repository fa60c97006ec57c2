// Every screen that is looked at, with the state the invented server is in. Add yours here.
import type { Page } from 'playwright-core'
import { alertRuleScreens } from './alert-rule-screens.ts'
import { alertScreens } from './alert-screens.ts'
import { askingScreens } from './asking-screens.ts'
import { boardScreens } from './board-screens.ts'
import type { Scenario } from './fake/answer.ts'
import { feedbackScreens } from './feedback-screens.ts'
import { numbersScreens } from './numbers-screens.ts'
import { readingScreens } from './reading-screens.ts'
import { recoveryScreens } from './recovery-screens.ts'
import { reportScreens } from './report-screens.ts'
import { resultsScreens } from './results-screens.ts'
import { routingScreens } from './routing-screens.ts'
import { settingsScreens } from './settings-screens.ts'
import { ticketScreens } from './ticket-screens.ts'
import { warningsScreens } from './warnings-screens.ts'
import { workScreens } from './work-screens.ts'

export interface Screen {
  name: string
  path: string
  scenario?: Partial<Scenario>
  /** What a person does before looking. */
  prepare?(page: Page): Promise<void>
}

const outside = { signedIn: false }
export const screens: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', scenario: outside },
  {
    name: 'sign-in-wrong', path: '/sign-in', scenario: outside,
    prepare: async (page) => {
      await page.locator('input[type=email]').fill('anna@mietowa.example')
      await page.locator('input[autocomplete=current-password]').fill('wrong-password')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'setup', path: '/setup', scenario: { signedIn: false, setupNeeded: true } },
  { name: 'setup-errors', path: '/setup', scenario: { signedIn: false, setupNeeded: true }, prepare: (page) => page.locator('button[type=submit]').click() },
  { name: 'invitation', path: '/invitation#0123456789abcdef', scenario: outside },
  { name: 'invitation-gone', path: '/invitation#expired-0123456789', scenario: outside },
  { name: 'profile', path: '/settings/profile' },
  { name: 'tokens', path: '/settings/tokens' },
  { name: 'tokens-empty', path: '/settings/tokens', scenario: { empty: true } },
  {
    name: 'token-created', path: '/settings/tokens/new',
    prepare: async (page) => {
      await page.locator('main input').first().fill('Kasa')
      await page.keyboard.press('Control+Enter')
      await page.locator('code').first().waitFor()
    },
  },
  { name: 'token-new', path: '/settings/tokens/new' },
  { name: 'organization', path: '/settings/organization', scenario: { paused: true } },
  { name: 'people', path: '/settings/people' },
  {
    name: 'people-invited', path: '/settings/people/invite',
    prepare: async (page) => {
      await page.locator('main input[type=email]').fill('ewa@mietowa.example')
      await page.keyboard.press('Control+Enter')
      await page.locator('code').first().waitFor()
    },
  },
  { name: 'mailboxes', path: '/settings/mailboxes' },
  { name: 'mailboxes-empty', path: '/settings/mailboxes', scenario: { empty: true } },
  { name: 'mailboxes-loading', path: '/settings/mailboxes', scenario: { hanging: ['/mailboxes'] } },
  { name: 'mailboxes-failed', path: '/settings/mailboxes', scenario: { failing: ['/mailboxes'] } },
  { name: 'mailbox-new', path: '/settings/mailboxes/new' },
  { name: 'mailbox-edit', path: '/settings/mailboxes/m1' },
  { name: 'mailbox-sending', path: '/settings/mailboxes/m2/sending', prepare: async (page) => {
    await page.locator('[data-try]').click()
    await page.locator('[data-result]').first().waitFor()
  } },
  { name: 'mailbox-receiving', path: '/settings/mailboxes/m1/receiving' },
  { name: 'mailbox-answers', path: '/settings/mailboxes/m1/answers' },
  { name: 'audit', path: '/settings/audit' },
  { name: 'settings', path: '/settings' },
  { name: 'worker-down', path: '/settings/audit', scenario: { worker: 'down', empty: true } },
  { name: 'palette', path: '/settings/people', prepare: async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('listbox').waitFor()
  } },
  { name: 'shortcuts', path: '/settings/people', prepare: async (page) => {
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'account', path: '/settings/audit', prepare: (page) => page.locator('[aria-haspopup=menu]').last().click() },
  { name: 'not-found', path: '/nowhere' },
  ...routingScreens,
  ...settingsScreens,
  ...ticketScreens,
  ...workScreens,
  ...boardScreens,
  ...feedbackScreens,
  ...resultsScreens,
  ...askingScreens,
  ...readingScreens,
  ...numbersScreens, ...warningsScreens,
  ...alertScreens, ...alertRuleScreens,
  ...reportScreens,
  ...recoveryScreens,
]
