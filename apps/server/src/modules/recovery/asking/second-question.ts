// The short second question as it comes: is it solved for you, how satisfied are you now, and a word. It may be changed like any survey, or
// another one chosen; the ids of "yes" and "no" are what counts.
import type { Locale } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'

export const secondQuestion = (defaultLanguage: Locale): SurveyDefinition => ({
  languages: ['pl', 'ru', 'en'], defaultLanguage,
  title: { pl: 'Czy sprawa jest rozwiązana?', ru: 'Решён ли ваш вопрос?', en: 'Is it solved?' },
  intro: { pl: 'Niedawno coś poszło nie tak i\u00a0staraliśmy się to naprawić. Chcemy wiedzieć, czy się udało.', ru: 'Недавно что-то пошло не так, и\u00a0мы постарались это исправить. Нам важно знать, получилось ли.', en: 'Something went wrong lately, and we tried to put it right. We would like to know whether we did.' },
  questions: [
    { id: 'solved', type: 'single', required: true, title: { pl: 'Czy sprawa jest dla Pana/Pani rozwiązana?', ru: 'Решён ли для вас этот вопрос?', en: 'Is it solved for you?' }, options: [{ id: 'yes', label: { pl: 'Tak', ru: 'Да', en: 'Yes' } }, { id: 'no', label: { pl: 'Nie', ru: 'Нет', en: 'No' } }] },
    { id: 'score', type: 'csat', points: 5, title: { pl: 'Jak ocenia Pan/Pani to, co zrobiliśmy?', ru: 'Как вы оцениваете то, что мы сделали?', en: 'How satisfied are you with what we did?' } },
    { id: 'comment', type: 'text', maxLength: 5000, title: { pl: 'Czego jeszcze brakuje?', ru: 'Чего ещё не хватает?', en: 'What is still missing?' } },
  ],
  thanks: { pl: 'Dziękujemy za odpowiedź.', ru: 'Спасибо за ответ.', en: 'Thank you for your answer.' },
  whatNext: { pl: 'Odpowiedź przeczyta osoba, która zajmuje się sprawą. Jeśli sprawa nie jest rozwiązana, wrócimy do niej.', ru: 'Ответ прочитает человек, который занимается вашим вопросом. Если он не решён, мы к\u00a0нему вернёмся.', en: 'Whoever takes care of the matter will read your answer. If it is not solved, we will take it up again.' },
  reviewLinks: [],
})

export const secondQuestionName: Readonly<Record<Locale, string>> = { pl: 'Czy sprawa jest rozwiązana?', ru: 'Решён ли вопрос?', en: 'Is it solved?' }
