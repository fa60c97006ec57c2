// Surveys for stories, made as a program would make them.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Kiosk, Survey, SurveyLink } from '@kontuar/contracts'
import type { Ask } from './api.ts'

/** A score; a low one asks why; then a text. In three languages. */
export const afterVisit: SurveyDefinition = {
  languages: ['pl', 'en', 'ru'], defaultLanguage: 'pl', title: { pl: 'Wizyta w salonie', en: 'Your visit', ru: 'Ваш визит' }, intro: {}, thanks: { pl: 'Dziękujemy!', en: 'Thank you!', ru: 'Спасибо!' }, whatNext: { pl: 'Każdą odpowiedź ktoś czyta.' }, reviewLinks: [{ label: { pl: 'Mapa' }, url: 'https://maps.example/x' }],
  questions: [
    { id: 'nps', type: 'nps', required: true, title: { pl: 'Czy polecą nas Państwo znajomym?', en: 'Would you recommend us?', ru: 'Порекомендуете ли вы нас?' } },
    { id: 'why', type: 'reasons', title: { pl: 'Co możemy poprawić?', en: 'What should we improve?', ru: 'Что нам улучшить?' }, options: [{ id: 'waiting', label: { pl: 'Czas oczekiwania', en: 'Waiting', ru: 'Ожидание' } }, { id: 'price', label: { pl: 'Cena', en: 'Price', ru: 'Цена' } }], other: true, condition: { combinator: 'and', rules: [{ field: 'q:nps', operator: '<=', value: 6 }] } },
    { id: 'text', type: 'text', title: { pl: 'Co jeszcze warto nam powiedzieć?', en: 'Anything else?', ru: 'Что ещё?' }, maxLength: 1000 },
  ],
}

/** Published and asking. Answers its id. */
export async function makeSurvey(ask: Ask, name: string, definition: SurveyDefinition = afterVisit): Promise<string> {
  const { id } = await ask<Survey>('POST', '/surveys', { name })
  await ask('PATCH', `/surveys/${id}`, { draft: definition })
  await ask('POST', `/surveys/${id}/publish`, {})
  return id
}

/** Answers the path to open on the tablet besides. */
export async function makeKiosk(ask: Ask, surveyId: string, given: object = {}): Promise<Kiosk & { path: string }> {
  const kiosk = await ask<Kiosk>('POST', '/kiosks', { name: 'Lada przy wejściu', surveyId, ...given })
  return { ...kiosk, path: new URL(kiosk.url!).pathname }
}

export const makeLink = async (ask: Ask, surveyId: string, given: object = {}): Promise<SurveyLink> => (await ask<{ items: SurveyLink[] }>('POST', '/survey-links', { surveyId, road: 'website', name: 'Sklep', ...given })).items[0]!
