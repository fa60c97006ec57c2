// Surveys of the invented server: kept, checked, measured and previewed by the very packages the real one uses.
import * as routes from '@kontuar/contracts'
import type { Survey } from '@kontuar/contracts'
import { renderPreview } from '@kontuar/pages'
import { checkDefinition, isUnfinished, measureSurvey, metricOf, primaryQuestion, surveyTemplates, textIn, type Question, type SurveyDefinition } from '@kontuar/survey'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago } from './people.ts'

const empty = (language: string): SurveyDefinition => ({ languages: [language], defaultLanguage: language, title: {}, intro: {}, questions: [], thanks: {}, whatNext: {}, reviewLinks: [] })
const ready = (key: string) => structuredClone(surveyTemplates.find((each) => each.key === key)!.definition)
const metricIn = (definition: SurveyDefinition) => {
  const primary = primaryQuestion(definition)
  return primary === null ? null : metricOf(primary)
}

interface Kept { id: string; name: string; template: string | null; state: Survey['state']; version: number; draft: SurveyDefinition; published: SurveyDefinition | null; answers: number; lastAnswerAt: string | null; anonymous: boolean; startsAt: string | null; endsAt: string | null; quota: number | null; mailboxId: string | null; retired: boolean; createdAt: string; updatedAt: string }
const kept = (id: string, name: string, draft: SurveyDefinition, more: Partial<Kept> = {}): Kept => ({
  id, name, draft, template: null, state: 'draft', version: 0, published: null, answers: 0, lastAnswerAt: null, anonymous: false, startsAt: null, endsAt: null, quota: null, mailboxId: null, retired: false, createdAt: ago(60 * 24 * 30), updatedAt: ago(60), ...more,
})
const asking = (draft: SurveyDefinition, version: number, answers: number, minutes: number): Partial<Kept> => ({ state: 'active', version, published: structuredClone(draft), answers, lastAnswerAt: ago(minutes) })

function someSurveys(): Kept[] {
  const [visit, nps, ticket, exit] = [ready('after-visit'), ready('relationship-nps'), ready('after-ticket'), ready('exit')]
  const visitChanged = structuredClone(visit)
  delete (visitChanged.questions[0] as Question).help
  visitChanged.questions.push({ id: 'again', type: 'single', title: { pl: 'Czy zapisać na kolejną wizytę?', en: 'Shall we book your next visit?' }, options: [{ id: 'yes', label: { pl: 'Tak, proszę o telefon', en: 'Yes, please call me' } }, { id: 'no', label: { pl: 'Nie teraz', en: 'Not now', ru: 'Не сейчас' } }] })
  const unfinished: SurveyDefinition = {
    ...empty('pl'), title: { pl: 'Nowa pracownia' },
    questions: [{ id: 'look', type: 'stars', title: { pl: 'Jak podoba się wspaniała nowa pracownia i jej obsługa?' } }, { id: 'way', type: 'single', title: {}, options: [{ id: 'walk', label: { pl: 'Pieszo' } }, { id: 'x2', label: {} }] }, { id: 'why', type: 'text', title: { pl: 'Dlaczego?' }, condition: { combinator: 'and', rules: [{ field: 'q:look', operator: '<=', value: 2 }] }, required: true }],
  }
  return [
    kept('v1', 'Po wizycie w salonie', visitChanged, { template: 'after-visit', ...asking(visit, 3, 1284, 6) }),
    kept('v2', 'Polecenie, raz na kwartał', nps, { template: 'relationship-nps', ...asking(nps, 1, 412, 60 * 26) }),
    kept('v3', 'Po zamkniętym zgłoszeniu', ticket, { template: 'after-ticket', ...asking(ticket, 2, 96, 60 * 3), state: 'paused' }),
    kept('v4', 'Nowa pracownia na Mokotowie', unfinished),
    kept('v5', 'Anonimowo: dlaczego odchodzą', exit, { template: 'exit', ...asking(exit, 1, 57, 60 * 24 * 40), state: 'ended', anonymous: true }),
  ]
}

export function answerSurveys(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const surveys = scenario.empty ? [] : someSurveys()
  const present = ({ published, ...survey }: Kept): Survey => ({
    ...survey, changed: JSON.stringify(survey.draft) !== JSON.stringify(published), metric: metricIn(survey.draft), questions: survey.draft.questions.length, languages: survey.draft.languages,
    problems: checkDefinition(survey.draft), measure: measureSurvey(survey.draft, survey.draft.defaultLanguage),
  })
  const find = (id: string) => {
    const found = surveys.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such survey.')
    return found
  }
  const touch = (survey: Kept) => { survey.updatedAt = new Date(Math.max(Date.now(), Date.parse(survey.updatedAt) + 1)).toISOString() }
  on(routes.listSurveys, ({ query }) => ({ items: surveys.filter(({ retired, state }) => String(retired) === (query.retired ?? 'false') && (query.state ?? state) === state).map(present), next: null }))
  on(routes.getSurvey, ({ params }) => present(find(params.id)))
  on(routes.createSurvey, ({ body }) => {
    const template = surveyTemplates.find(({ key }) => key === body.template)
    const draft = body.copyOf ? structuredClone(find(body.copyOf).draft) : template ? structuredClone(template.definition) : (body.draft ?? empty(scenario.locale))
    const made = kept(`v${surveys.length + 1}`, body.name ?? textIn(template?.name, scenario.locale, 'en'), draft, { template: template?.key ?? null, createdAt: ago(0), updatedAt: ago(0) })
    surveys.unshift(made)
    return present(made)
  })
  on(routes.changeSurvey, ({ params, body }) => {
    const survey = find(params.id)
    const { updatedAt, ...changes } = body
    if (updatedAt !== undefined && updatedAt !== survey.updatedAt) throw new Refusal('conflict', 'Somebody else has changed this survey: read it again.')
    if (changes.draft) {
      const problem = checkDefinition(changes.draft).find((each) => !isUnfinished(each))
      if (problem) throw new Refusal('invalid-input', problem.sentence, { draft: problem.sentence })
    }
    if (changes.anonymous === false && survey.anonymous && survey.answers > 0) throw new Refusal('cannot-do', 'Answers were promised to be anonymous.', { anonymous: 'has answers' })
    Object.assign(survey, changes)
    touch(survey)
    return present(survey)
  })
  on(routes.publishSurvey, ({ params }) => {
    const survey = find(params.id)
    const [problem] = checkDefinition(survey.draft)
    if (problem) throw new Refusal('invalid-input', problem.sentence)
    Object.assign(survey, { published: structuredClone(survey.draft), version: survey.version + 1, state: survey.state === 'draft' ? 'active' : survey.state })
    touch(survey)
    return present(survey)
  })
  on(routes.moveSurvey, ({ params, body }) => {
    const survey = find(params.id)
    survey.state = body.state
    touch(survey)
    return present(survey)
  })
  on(routes.listSurveyVersions, ({ params }) => {
    const { published, version } = find(params.id)
    return { items: published === null ? [] : [{ version, definition: published, publishedAt: ago(60 * 24 * 9), publishedBy: 'Anna Wiśniewska' }], next: null }
  })
  on(routes.listSurveyTemplates, ({ query }) => {
    const language = query.language ?? scenario.locale
    return { items: surveyTemplates.map(({ key, name, purpose, trigger, definition }) => ({ key, name: textIn(name, language, 'en'), purpose: textIn(purpose, language, 'en'), trigger, definition, metric: metricIn(definition), seconds: measureSurvey(definition, language).seconds })), next: null }
  })
  on(routes.checkSurvey, ({ body }) => ({ problems: checkDefinition(body.definition), measure: measureSurvey(body.definition, body.definition.defaultLanguage) }))
  on(routes.previewSurvey, ({ body }) => renderPreview({
    ...body as unknown as { definition: SurveyDefinition; language: string }, look: { colour: '#0f5c59', logo: null, name: 'Pracownia Mięta' }, organization: 'Pracownia Mięta', seconds: measureSurvey(body.definition, body.language).seconds,
    facts: { 'customer.name': 'Katarzyna Nowak', 'customer.firstName': 'Katarzyna', 'staff.name': 'Anna', 'location.name': 'Mokotów', 'organization.name': 'Pracownia Mięta' },
  }))
}
