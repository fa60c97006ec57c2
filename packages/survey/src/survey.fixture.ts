// A small survey for the tests of this package.
import type { Question, SurveyDefinition } from './definition.ts'

export const askLow = { combinator: 'and' as const, rules: [{ field: 'q:score', operator: '<=', value: 6 }] }

export const questions: Question[] = [
  { id: 'score', type: 'nps', title: { pl: 'Czy polecisz nas znajomym?', en: 'Would you recommend us?' }, required: true },
  { id: 'why', type: 'reasons', title: { pl: 'Co zawiodło?' }, required: true, condition: askLow, options: [{ id: 'wait', label: { pl: 'Czekanie' }, reasonId: 'r1' }, { id: 'price', label: { pl: 'Cena' } }], other: true },
  { id: 'how', type: 'text', title: { pl: 'Jak to naprawić?' }, condition: { combinator: 'and', rules: [{ field: 'q:why', operator: 'containsAny', value: ['wait'] }] }, maxLength: 20 },
  { id: 'visit', type: 'single', title: { pl: 'Skąd?' }, newPage: true, options: [{ id: 'street', label: { pl: 'Z ulicy' } }, { id: 'web', label: { pl: 'Z sieci' } }], other: true },
  { id: 'parts', type: 'matrix', title: { pl: 'Oceń' }, rows: [{ id: 'staff', label: { pl: 'Obsługa' } }, { id: 'place', label: { pl: 'Miejsce' } }], options: [{ id: 'good', label: { pl: 'Dobrze' } }, { id: 'bad', label: { pl: 'Źle' } }] },
  { id: 'photo', type: 'file', title: { pl: 'Zdjęcie' } },
  { id: 'call', type: 'consent', title: { pl: 'Proszę o kontakt' } },
]

export const survey: SurveyDefinition = {
  languages: ['pl', 'en'], defaultLanguage: 'pl', title: { pl: 'Wizyta', en: 'Visit' }, intro: {}, questions, thanks: { pl: 'Dziękujemy!' }, whatNext: {}, reviewLinks: [],
}
