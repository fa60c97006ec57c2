import type { ConditionWords } from './words.ts'

export const ru: ConditionWords = {
  fields: {
    happened: 'что произошло', clock: 'срок', lateMinutes: 'минут опоздания', score: 'оценка', tone: 'оценка', metric: 'вопрос', text: 'текст', sentiment: 'настроение', topicId: 'тема', kind: 'вид', stars: 'звёзды', surveyId: 'опрос', touchpointId: 'точка касания', road: 'путь',
    priority: 'приоритет', channel: 'канал', queueId: 'очередь', locationId: 'точка', teamId: 'команда', staffId: 'сотрудник', reasonId: 'причина', result: 'итог', tagIds: 'метки', customerTagIds: 'метки клиента', companyId: 'фирма', newcomer: 'новый клиент', language: 'язык', weekday: 'день недели', hour: 'час',
  },
  operators: {
    '=': 'это', '!=': 'не', '<': 'ниже', '<=': 'не больше', '>': 'выше', '>=': 'не меньше', between: 'между', notBetween: 'вне пределов', in: 'одно из', notIn: 'ни одно из', mentions: 'содержит слово', doesNotMention: 'не содержит слова', contains: 'содержит', doesNotContain: 'не содержит', beginsWith: 'начинается с', doesNotBeginWith: 'не начинается с',
    endsWith: 'кончается на', doesNotEndWith: 'не кончается на', null: 'пусто', notNull: 'не пусто', within: 'в пределах', notWithin: 'вне', containsAny: 'есть одна из', containsAll: 'есть все', containsNone: 'нет ни одной из',
  },
  values: { 'tone.low': 'низкая', 'tone.middle': 'средняя', 'tone.high': 'высокая', opened: 'открыто', reopened: 'открыто снова', complaint: 'стало жалобой', warned: 'близко', breached: 'прошёл', negative: 'негативное', neutral: 'нейтральное', positive: 'позитивное', low: 'низкий', middle: 'средний', high: 'высокий', urgent: 'срочный', normal: 'обычный', message: 'сообщение', call: 'звонок', visit: 'визит', 'first-response': 'первый ответ', 'next-response': 'следующий ответ', resolution: 'решение', status: 'время в статусе', nps: 'NPS', csat: 'CSAT', ces: 'CES' },
  and: ' и ', or: ' или ', not: (inner) => `не (${inner})`, quoted: (text) => `«${text}»`, yes: 'да', no: 'нет', gone: 'то, чего уже нет', between: (low, high) => `${low} и ${high}`,
  on: { event: '', sequence: 'подряд: ', silence: 'слишком долго ничего: ' }, among: 'среди',
}
