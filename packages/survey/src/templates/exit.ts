import { comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

const { condition: _always, ...reasonsOfAll } = reasonsWhen(5, say('Co zdecydowało o rezygnacji?', 'Что повлияло на решение уйти?', 'What made you decide to leave?'), [
  ['price', 'Cena', 'Цена', 'Price'],
  ['quality', 'Jakość produktów lub usług', 'Качество товаров или услуг', 'Quality of products or services'],
  ['service', 'Obsługa', 'Обслуживание', 'Service'],
  ['not-needed', 'Nie jest już potrzebne', 'Больше не нужно', 'No longer needed'],
  ['competitor', 'Lepsza oferta gdzie indziej', 'Лучшее предложение в другом месте', 'A better offer elsewhere'],
  ['moving', 'Przeprowadzka lub zmiana sytuacji', 'Переезд или изменение обстоятельств', 'Moving or a change in circumstances'],
])

export const exit: SurveyTemplate = {
  key: 'exit',
  name: say('Przy rezygnacji', 'При уходе клиента', 'When a customer leaves'),
  purpose: say('Dlaczego klient odchodzi, bez namawiania do pozostania.', 'Почему клиент уходит, без уговоров остаться.', 'Why a customer leaves, without pressing them to stay.'),
  trigger: 'api',
  definition: define({
    title: say('Na pożegnanie', 'На прощание', 'Before you go'),
    intro: say('Szanujemy tę decyzję. Kilka słów pomoże nam lepiej służyć innym.', 'Мы уважаем ваше решение. Несколько слов помогут нам лучше работать для других.', 'We respect your decision. A few words help us serve others better.'),
    questions: [
      { id: 'score', type: 'csat', points: 5, required: true, title: say('Jak oceniają Państwo dotychczasową współpracę?', 'Как вы оцениваете наше сотрудничество в целом?', 'How satisfied were you with us overall?') },
      { ...reasonsOfAll, newPage: true },
      comment(say('Co mogło zmienić tę decyzję?', 'Что могло бы изменить это решение?', 'What could have changed your mind?')),
    ],
    thanks: say('Dziękujemy za wspólny czas.', 'Спасибо, что были с нами.', 'Thank you for the time with us.'),
    whatNext: say('Nie będziemy namawiać do powrotu. Odpowiedź przeczyta osoba odpowiedzialna za obsługę.', 'Мы не будем уговаривать вас вернуться. Ответ прочитает человек, отвечающий за обслуживание.', 'We will not press you to come back. The person responsible for service will read your answer.'),
  }),
}
