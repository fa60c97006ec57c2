import { comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

export const afterChat: SurveyTemplate = {
  key: 'after-chat',
  name: say('Po rozmowie na czacie', 'После чата', 'After a chat'),
  purpose: say('Krótka ocena zaraz po zakończeniu czatu.', 'Короткая оценка сразу после чата.', 'A short rating right after a chat ends.'),
  trigger: 'interaction-recorded',
  definition: define({
    title: say('Rozmowa na czacie', 'Разговор в чате', 'Your chat'),
    questions: [
      { id: 'score', type: 'csat', points: 5, required: true, title: say('Jak oceniają Państwo rozmowę na czacie?', 'Как вы оцениваете разговор в чате?', 'How satisfied are you with the chat?') },
      reasonsWhen(3, say('Czego zabrakło?', 'Чего не хватило?', 'What was missing?'), [
        ['slow', 'Szybszych odpowiedzi', 'Более быстрых ответов', 'Faster replies'],
        ['solution', 'Rozwiązania sprawy', 'Решения вопроса', 'A solution'],
        ['clear', 'Jasnych wyjaśnień', 'Понятных объяснений', 'Clear explanations'],
        ['person', 'Rozmowy z człowiekiem', 'Разговора с человеком', 'Talking to a person'],
        ['kindness', 'Uprzejmości', 'Вежливости', 'Courtesy'],
      ]),
      comment(),
    ],
  }),
}
