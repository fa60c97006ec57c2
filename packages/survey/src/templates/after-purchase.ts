import { comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

export const afterPurchase: SurveyTemplate = {
  key: 'after-purchase',
  name: say('Po zakupie', 'После покупки', 'After a purchase'),
  purpose: say('Czy zakup i dostawa spełniły oczekiwania, a jeśli nie, to co zawiodło.', 'Оправдала ли покупка ожидания, а если нет, что подвело.', 'Whether the purchase was what the customer expected, and if not, what went wrong.'),
  trigger: 'purchase',
  definition: define({
    title: say('Zakup', 'Покупка', 'Your purchase'),
    questions: [
      { id: 'score', type: 'csat', points: 5, required: true, title: say('Jak oceniają Państwo zakup?', 'Как вы оцениваете покупку?', 'How satisfied are you with your purchase?'), help: say('{{product}}', '{{product}}', '{{product}}') },
      reasonsWhen(3, say('Co zawiodło?', 'Что подвело?', 'What went wrong?'), [
        ['quality', 'Jakość produktu', 'Качество товара', 'Quality of the product'],
        ['description', 'Produkt inny niż w opisie', 'Товар не соответствует описанию', 'Not as described'],
        ['delivery', 'Czas dostawy', 'Срок доставки', 'Delivery time'],
        ['packaging', 'Uszkodzenie lub opakowanie', 'Повреждение или упаковка', 'Damage or packaging'],
        ['price', 'Cena', 'Цена', 'Price'],
        ['service', 'Obsługa', 'Обслуживание', 'Service'],
        ['ordering', 'Zamawianie lub płatność', 'Оформление заказа или оплата', 'Ordering or paying'],
      ]),
      comment(),
    ],
  }),
}
