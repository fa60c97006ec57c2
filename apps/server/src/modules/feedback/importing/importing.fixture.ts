// A survey with a question of each kind that past answers may fill.
import type { SurveyDefinition } from '@kontuar/survey'

export const wide: SurveyDefinition = {
  languages: ['pl', 'en', 'ru'], defaultLanguage: 'pl', title: { pl: 'Po wizycie' }, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: [
    { id: 'nps', type: 'nps', title: { pl: 'Czy polecisz nas, {{customer.firstName}}?', en: 'How likely are you to recommend us?', ru: 'Порекомендуете ли вы нас?' }, required: true },
    { id: 'csat', type: 'csat', points: 5, title: { pl: 'Jak oceniasz obsługę?', en: 'How was the service?' } },
    { id: 'why', type: 'reasons', title: { pl: 'Co poszło nie tak?', en: 'What went wrong?' }, other: true, condition: { combinator: 'and', rules: [{ field: 'q:nps', operator: '<=', value: 6 }] }, options: [
      { id: 'wait', label: { pl: 'Długie czekanie, kolejka', en: 'Waiting' } }, { id: 'price', label: { pl: 'Cena', en: 'Price', ru: 'Цена' } }, { id: 'staff', label: { pl: 'Obsługa', en: 'Staff' } }] },
    { id: 'shop', type: 'single', title: { pl: 'Gdzie?', en: 'Where?' }, options: [{ id: 'town', label: { pl: 'W mieście', en: 'In town' } }, { id: 'net', label: { pl: 'W sieci', en: 'Online' } }] },
    { id: 'parts', type: 'matrix', title: { pl: 'Oceń', en: 'Rate' }, rows: [{ id: 'clean', label: { pl: 'Czystość', en: 'Cleanliness' } }, { id: 'speed', label: { pl: 'Szybkość', en: 'Speed' } }], options: [{ id: 'bad', label: { pl: 'Źle', en: 'Bad' } }, { id: 'good', label: { pl: 'Dobrze', en: 'Good' } }] },
    { id: 'text', type: 'text', title: { pl: 'Co jeszcze?', en: 'Anything else?' }, maxLength: 200 },
    { id: 'agree', type: 'consent', title: { pl: 'Zgadzam się na kontakt', en: 'You may contact me' } },
    { id: 'photo', type: 'file', title: { pl: 'Zdjęcie' } },
  ],
}
