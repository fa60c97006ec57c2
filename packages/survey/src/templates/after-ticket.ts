import { comment, define, reasonsWhen, say, single, type SurveyTemplate } from './template.ts'

export const afterTicket: SurveyTemplate = {
  key: 'after-ticket',
  name: say('Po zamknięciu zgłoszenia', 'После закрытия обращения', 'After a ticket is closed'),
  purpose: say('Czy sprawa jest załatwiona także w oczach klienta i jak ocenia obsługę.', 'Решён ли вопрос и в глазах клиента и как он оценивает обслуживание.', 'Whether the matter is settled for the customer too, and how they rate the service.'),
  trigger: 'ticket-closed',
  definition: define({
    title: say('Państwa zgłoszenie', 'Ваше обращение', 'Your request'),
    questions: [
      { id: 'score', type: 'csat', points: 5, required: true, title: say('Jak oceniają Państwo obsługę zgłoszenia?', 'Как вы оцениваете работу с вашим обращением?', 'How satisfied are you with how we handled your request?'), help: say('{{ticket.subject}}', '{{ticket.subject}}', '{{ticket.subject}}') },
      single('solved', say('Czy sprawa jest załatwiona?', 'Решён ли вопрос?', 'Is the matter settled?'), [
        ['yes', 'Tak', 'Да', 'Yes'],
        ['partly', 'Częściowo', 'Частично', 'Partly'],
        ['no', 'Nie', 'Нет', 'No'],
      ]),
      reasonsWhen(3, say('Co zawiodło?', 'Что подвело?', 'What went wrong?'), [
        ['waiting', 'Długie czekanie na odpowiedź', 'Долгое ожидание ответа', 'Waiting for an answer'],
        ['unsolved', 'Brak rozwiązania', 'Вопрос не решён', 'No solution'],
        ['unclear', 'Niejasne odpowiedzi', 'Непонятные ответы', 'Unclear answers'],
        ['repeating', 'Powtarzanie tych samych informacji', 'Пришлось повторять одно и то же', 'Having to repeat myself'],
        ['tone', 'Ton odpowiedzi', 'Тон ответов', 'The tone of the answers'],
        ['decision', 'Rozstrzygnięcie', 'Само решение', 'The decision itself'],
      ]),
      comment(),
    ],
  }),
}
