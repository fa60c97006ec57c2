// Somebody who complained was let down once already: it asks about the handling, not whether they liked the decision, and
// neither celebrates nor sells.
import { callBack, comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

export const complaintHandled: SurveyTemplate = {
  key: 'complaint-handled',
  name: say('Po rozpatrzeniu reklamacji', 'После рассмотрения претензии', 'After a complaint is decided'),
  purpose: say('Czy reklamację rozpatrzono rzetelnie, jasno i na czas, niezależnie od decyzji.', 'Была ли претензия рассмотрена честно, понятно и вовремя, независимо от решения.', 'Whether a complaint was handled fairly, clearly and in time, whatever the decision.'),
  trigger: 'complaint-decided',
  definition: define({
    title: say('Państwa reklamacja', 'Ваша претензия', 'Your complaint'),
    intro: say('Przykro nam, że trzeba było składać reklamację. Pytamy, jak się nią zajęliśmy, niezależnie od samej decyzji. Odpowiedź nie wpływa na Państwa prawa.', 'Нам жаль, что вам пришлось подавать претензию. Мы спрашиваем, как мы с ней работали, независимо от самого решения. Ответ не влияет на ваши права.', 'We are sorry you had a reason to complain. This is about how we dealt with it, whatever the decision was. Your answer does not affect your rights.'),
    questions: [
      { id: 'score', type: 'csat', points: 5, required: true, title: say('Jak oceniają Państwo sposób, w jaki zajęliśmy się reklamacją?', 'Как вы оцениваете нашу работу с претензией?', 'How satisfied are you with the way we dealt with your complaint?') },
      reasonsWhen(3, say('Czego zabrakło?', 'Чего не хватило?', 'What was missing?'), [
        ['speed', 'Szybszego rozpatrzenia', 'Более быстрого рассмотрения', 'A faster decision'],
        ['news', 'Wiadomości o przebiegu sprawy', 'Сообщений о ходе дела', 'News while I waited'],
        ['reasons', 'Jasnego uzasadnienia', 'Понятного обоснования', 'Clear reasons for the decision'],
        ['respect', 'Zrozumienia i szacunku', 'Понимания и уважения', 'Understanding and respect'],
        ['simplicity', 'Prostszego zgłoszenia', 'Более простой подачи', 'A simpler way to complain'],
        ['remedy', 'Innego rozwiązania', 'Другого решения', 'Another solution'],
      ]),
      comment(say('Co mogliśmy zrobić lepiej?', 'Что мы могли сделать лучше?', 'What could we have done better?')),
      callBack(3),
    ],
    thanks: say('Dziękujemy za odpowiedź.', 'Спасибо за ответ.', 'Thank you for your answer.'),
    whatNext: say('Odpowiedź przeczyta osoba odpowiedzialna za reklamacje. Na prośbę o kontakt odpowiemy osobiście.', 'Ответ прочитает человек, отвечающий за претензии. Если вы просили связаться с вами, мы ответим лично.', 'The person responsible for complaints will read your answer. If you asked us to get in touch, we will answer in person.'),
  }),
}
