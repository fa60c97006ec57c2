// The question is the standard one (F. Reichheld, The One Number You Need to Grow, HBR 12/2003), since an NPS is only
// comparable when it was asked alike; "why" is asked of everybody, as there.
import { callBack, comment, define, reasonsWhen, say, type SurveyTemplate } from './template.ts'

export const relationshipNps: SurveyTemplate = {
  key: 'relationship-nps',
  name: say('NPS: relacja z klientem', 'NPS: отношения с клиентом', 'Relationship NPS'),
  purpose: say('Raz na kwartał lub pół roku: czy klienci polecają firmę i dlaczego.', 'Раз в квартал или полгода: рекомендуют ли клиенты компанию и почему.', 'Every quarter or half-year: would customers recommend the company, and why.'),
  trigger: 'list',
  definition: define({
    title: say('Państwa opinia o nas', 'Ваше мнение о нас', 'Your opinion of us'),
    questions: [
      {
        id: 'score', type: 'nps', required: true,
        title: say('Na ile prawdopodobne jest, że polecą Państwo {{organization.name|naszą firmę}} znajomym lub współpracownikom?', 'Какова вероятность, что вы порекомендуете {{organization.name|нашу компанию}} друзьям или коллегам?', 'How likely is it that you would recommend {{organization.name|us}} to a friend or colleague?'),
      },
      reasonsWhen(6, say('Co przede wszystkim powinniśmy poprawić?', 'Что нам нужно улучшить прежде всего?', 'What should we improve first?'), [
        ['quality', 'Jakość produktów lub usług', 'Качество товаров или услуг', 'Quality of products or services'],
        ['price', 'Ceny', 'Цены', 'Prices'],
        ['service', 'Obsługa', 'Обслуживание', 'Service'],
        ['speed', 'Szybkość załatwiania spraw', 'Скорость решения вопросов', 'How fast things get done'],
        ['contact', 'Kontakt z nami', 'Связь с нами', 'Getting in touch with us'],
        ['trust', 'Dotrzymywanie słowa', 'Выполнение обещаний', 'Keeping promises'],
      ]),
      comment(say('Jaki jest główny powód tej oceny?', 'Какова главная причина вашей оценки?', 'What is the main reason for your score?')),
      callBack(6),
    ],
  }),
}
