// Every page there is, in every state, for the photographs and for axe.
import { nextPage, pagesOf, primaryQuestion, surveyTemplates, type SurveyDefinition, type Values } from '@kontuar/survey'
import { filledAsTyped, filledWith, renderInvitationMail, renderNotice, renderOptOut, renderSurveyPage, renderThanks, type Page, type SurveyPage } from '../src/index.ts'
import { every, everyQuestion, look, only } from '../src/surveys.fixture.ts'

const noticeCodes = ['unknown', 'expired', 'answered', 'paused', 'ended', 'not-started', 'quota', 'too-many', 'too-large', 'unreadable', 'fault'] as const

export interface Scene { name: string; page(language: string): Page }

/** A picture as wide as a logo is, without a file. */
const colours = { '': '#0b6e6e', '-yellow': '#ffd60a', '-dark': '#1c1035' }

function survey(definition: SurveyDefinition, language: string, given: Partial<SurveyPage> & { values?: Values } = {}): Page {
  const values = given.values ?? {}
  const page = nextPage(definition, values, new Set()) ?? { questions: pagesOf(definition, values)[0]!, index: 0, remaining: 0 }
  return renderSurveyPage({
    definition, language, look, organization: 'Anna Kowalska sp. z o.o.', facts: { 'customer.firstName': 'Anna', 'ticket.number': '1042', 'ticket.subject': 'Reklamacja farby' }, ...page, filled: filledWith(definition.questions, values), action: '#', hidden: {}, seed: 's',
    anonymous: false, seconds: 40, because: 'interaction', doNotAskUrl: '#', languageUrls: definition.languages.map((each) => ({ language: each, url: '#' })), embedded: false, ...given,
  })
}

const filled: Values = { 'nps': 9, 'csat': 4, 'ten': 8, 'ces': 6, 'stars': 4, 'faces': 2, 'faces3': 3, 'single': 'other', 'single.other': 'Z gazety', 'reasons': ['wait', 'other'], 'reasons.other': 'Parking', 'matrix': { booking: 'good', welcome: 'great' }, 'text': 'Było miło, dziękuję.', 'consent': true }
const wrong = new URLSearchParams({ 'q.text': 'Napisałam bardzo dużo. '.repeat(60), 'q.csat': '4', 'q.single': 'other', 'q.single.other': 'Z gazety' })

export const scenes: Scene[] = [
  ...everyQuestion.map((question): Scene => ({ name: `q-${question.id}`, page: (language) => survey(only(question), language) })),
  { name: 'all', page: (language) => survey(every, language) },
  { name: 'all-filled', page: (language) => survey(every, language, { values: filled, index: 1, remaining: 2, seconds: null }) },
  { name: 'all-wrong', page: (language) => survey(every, language, { filled: filledAsTyped(wrong, 5_000), problems: [{ questionId: 'nps', code: 'required' }, { questionId: 'matrix', code: 'required' }, { questionId: 'text', code: 'too-long' }, { questionId: 'file', code: 'file-type' }, { questionId: 'consent', code: 'required' }] }) },
  ...Object.entries(colours).map(([name, colour]): Scene => ({ name: `colour${name}`, page: (language) => survey({ ...every, questions: [everyQuestion[0]!, everyQuestion[4]!, everyQuestion[5]!, everyQuestion[7]!] }, language, { look: { ...look, colour }, values: filled }) })),
  { name: 'wait', page: (language) => survey(only(everyQuestion[0]!), language, { values: { nps: 9 }, waitSeconds: 12 }) },
  { name: 'anonymous', page: (language) => survey(only(everyQuestion[0]!), language, { anonymous: true }) },
  { name: 'embedded', page: (language) => survey(only(everyQuestion[0]!), language, { embedded: true, doNotAskUrl: null, because: null }) },
  ...surveyTemplates.map(({ key, definition }): Scene => ({ name: `t-${key}`, page: (language) => survey(definition, language) })),
  ...surveyTemplates.map(({ key, definition }): Scene => ({
    name: `t2-${key}`,
    page: (language) => {
      const first = primaryQuestion(definition)
      const values = first === null ? {} : { [first.id]: first.type === 'nps' ? 3 : 1 }
      const page = nextPage(definition, values, new Set(first === null ? [] : [first.id]))
      return survey(definition, language, { values, ...page })
    },
  })),
  { name: 'thanks', page: (language) => renderThanks({ definition: every, language, look, organization: 'Anna', facts: {}, anonymous: false, doNotAskUrl: '#', embedded: false }) },
  { name: 'thanks-anonymous', page: (language) => renderThanks({ definition: { ...every, thanks: {}, reviewLinks: [] }, language, look, organization: 'Anna', facts: {}, anonymous: true, doNotAskUrl: null, embedded: false }) },
  { name: 'opt-out', page: (language) => renderOptOut({ language, look, organization: 'Anna', action: '#', state: 'asking' }) },
  { name: 'opt-out-done', page: (language) => renderOptOut({ language, look, organization: 'Anna', action: '#', state: 'done' }) },
  ...noticeCodes.map((code): Scene => ({ name: `closed-${code}`, page: (language) => renderNotice({ code, language, look, organization: code === 'unknown' ? null : 'Anna', waitSeconds: 12, embedded: false }) })),
  ...([['nps', 0], ['stars', 4], ['faces', 5], ['ces', 3], ['single', 7], ['text', 10]] as const).map(([name, index]): Scene => ({ name: `mail-${name}`, page: (language) => mail(only(everyQuestion[index]!), language) })),
]

function mail(definition: SurveyDefinition, language: string): Page {
  const { html } = renderInvitationMail({ definition, language, look, organization: 'Anna', url: 'https://opinie.example/s/2Jm3Yc0nB8wq5tXk9uVd1A', unsubscribeUrl: 'https://opinie.example/u/2Jm3Yc0nB8wq5tXk9uVd1A', facts: { 'customer.firstName': 'Anna' } })
  return { html, policy: "default-src 'none'; style-src 'unsafe-inline'; img-src data:" }
}
