import { comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

export const afterVisit: SurveyTemplate = {
  key: 'after-visit',
  name: say('Po wizycie', 'После визита', 'After a visit'),
  purpose: say('Jak minęła wizyta w salonie, gabinecie albo warsztacie.', 'Как прошёл визит в салон, кабинет или мастерскую.', 'How a visit to the shop, salon, practice or workshop went.'),
  trigger: 'interaction-recorded',
  definition: define({
    title: say('Wizyta', 'Визит', 'Your visit'),
    questions: [
      { id: 'score', type: 'faces', points: 5, required: true, title: say('Jak minęła wizyta?', 'Как прошёл визит?', 'How was your visit?'), help: say('{{location.name}}', '{{location.name}}', '{{location.name}}') },
      reasonsWhen(3, say('Co możemy poprawić?', 'Что нам улучшить?', 'What should we improve?'), [
        ['waiting', 'Czas oczekiwania', 'Время ожидания', 'Waiting time'],
        ['staff', 'Podejście obsługi', 'Отношение сотрудников', 'How staff treated me'],
        ['result', 'Efekt usługi', 'Результат услуги', 'Result of the service'],
        ['price', 'Cena', 'Цена', 'Price'],
        ['place', 'Czystość i wygoda', 'Чистота и удобство', 'Cleanliness and comfort'],
        ['times', 'Dostępne terminy', 'Доступное время записи', 'Available times'],
      ]),
      comment(),
    ],
  }),
}
