import { comment, define, reasonsWhen, say, single, type SurveyTemplate } from './template.ts'

export const afterCall: SurveyTemplate = {
  key: 'after-call',
  name: say('Po rozmowie telefonicznej', 'После звонка', 'After a call'),
  purpose: say('Ile wysiłku kosztowało załatwienie sprawy przez telefon.', 'Насколько легко было решить вопрос по телефону.', 'How much effort it took to settle a matter on the phone.'),
  trigger: 'interaction-recorded',
  definition: define({
    title: say('Rozmowa telefoniczna', 'Телефонный разговор', 'Your call'),
    questions: [
      { id: 'score', type: 'ces', points: 7, required: true, title: say('Jak łatwo było załatwić sprawę podczas rozmowy?', 'Насколько легко было решить вопрос по телефону?', 'How easy was it to get what you needed on the call?') },
      single('solved', say('Czy sprawa jest załatwiona?', 'Решён ли вопрос?', 'Is the matter settled?'), [
        ['yes', 'Tak', 'Да', 'Yes'],
        ['partly', 'Częściowo', 'Частично', 'Partly'],
        ['no', 'Nie', 'Нет', 'No'],
      ]),
      reasonsWhen(4, say('Co utrudniło załatwienie sprawy?', 'Что помешало?', 'What made it difficult?'), [
        ['waiting', 'Długie czekanie na połączenie', 'Долгое ожидание ответа', 'Waiting to get through'],
        ['repeating', 'Powtarzanie tego samego kilku osobom', 'Пришлось повторять одно и то же', 'Explaining it more than once'],
        ['unclear', 'Niejasna odpowiedź', 'Непонятный ответ', 'An unclear answer'],
        ['no-power', 'Konsultant nie mógł pomóc', 'Консультант не мог помочь', 'The agent could not help'],
        ['attitude', 'Sposób rozmowy', 'Манера разговора', 'The way I was spoken to'],
        ['again', 'Trzeba było dzwonić ponownie', 'Пришлось звонить снова', 'Having to call again'],
      ]),
      comment(),
    ],
  }),
}
