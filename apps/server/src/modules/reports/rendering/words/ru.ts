import { counting } from './counting.ts'
import type { ReportWords } from './words.ts'

const count = counting('ru')

export const ru: ReportWords = {
  page: (page, pages) => `${page}\u00a0из\u00a0${pages}`,
  period: 'Период', scope: 'О чём', comparedWith: (name) => `Сравнение: ${name}`, made: (at, zone) => `Составлено ${at} (${zone})`, zone: 'Часовой пояс', comment: 'Комментарий',
  of: (n) => `из\u00a0${n}`, fewAnswers: (n, from) => `${count(n, { one: 'ответ', few: 'ответа', many: 'ответов' })}, показываем от\u00a0${from}`,
  was: (value) => `было ${value}`, same: 'без изменений', unsure: 'возможно, случайность', running: 'период ещё идёт', noneBefore: 'сравнить не с\u00a0чем', fewBefore: (n) => `раньше слишком мало для сравнения: ${n}`,
  tone: { good: 'лучше', bad: 'хуже' }, up: 'рост', down: 'снижение',
  network: (value, n) => `вся сеть: ${value}${n === null ? '' : ` (из\u00a0${n})`}`, networkName: 'вся сеть', ownName: 'этот отчёт',
  leftOut: (n) => `${count(n, { one: 'не вошло', few: 'не вошли', many: 'не вошло' })}: срок ещё не вышел`,
  nothing: 'За этот период ничего нет.', problem: 'Посчитать не удалось:', warnings: 'Текущие предупреждения показывает живой отчёт.', onlyFew: 'Данных в\u00a0отдельных отрезках слишком мало, чтобы показать ход.', noNames: (dimension) => `Сравнить нечего: поле «${dimension}» нигде не заполнено.`,
  leftInTable: (n) => `и\u00a0ещё ${n} в\u00a0живом отчёте`, more: (n) => `и\u00a0ещё ${count(n, { one: 'строка', few: 'строки', many: 'строк' })} в\u00a0живом отчёте`,
  rest: 'Остальное — в\u00a0живом отчёте.',
  noTickets: 'Таких обращений нет.', noComments: 'Комментариев никто не оставил.', noLoops: 'Низких оценок не было.', noSentences: 'Данных слишком мало, чтобы что-то сказать.',
  place: 'Место', dimensions: { channel: 'Канал', queue: 'Очередь', reason: 'Причина', location: 'Точка', team: 'Команда', staff: 'Сотрудник', survey: 'Опрос', touchpoint: 'Когда спросили', language: 'Язык', newcomer: 'Новые или вернувшиеся' },
  newcomer: { true: 'Новые клиенты', false: 'Вернувшиеся клиенты' }, none: 'не указано', ownMark: (name) => `Выделено: ${name}`,
  interval: 'Интервал', count: 'Количество', difference: 'Изменение', real: 'изменение неслучайно', mayBeChance: 'возможно, случайность',
  tickets: { number: 'Номер', subject: 'Тема', customer: 'Клиент', owner: 'Кто ведёт', place: 'Где', due: 'Срок', created: 'С какого времени', missing: 'Чего не хватает', nobody: 'никто', late: (duration) => `${duration} после срока` },
  missing: { reason: 'причина', customer: 'клиент', location: 'точка', owner: 'кто ведёт', result: 'итог', note: 'заметка', phone: 'телефон', text: 'текст', duration: 'длительность' },
  comments: { anonymous: 'анонимно', becameOf: 'Что дальше:', score: (score, most) => (most === null ? `оценка ${score}` : `оценка ${score} из\u00a0${most}`) },
  loops: { opened: 'Дата', customer: 'Клиент', score: 'Оценка', state: 'Состояние', owner: 'Кто ведёт', cause: 'Причина', remedy: 'Что сделано', contactedAt: 'Первый контакт', recovered: 'Вернули', remedyOf: (cause, remedy) => [cause, remedy].filter(Boolean).join(': ') },
  loopStates: { open: 'ждёт звонка', contacted: 'связались', closed: 'закрыто', asked: 'спросили снова', recovered: 'клиента вернули', 'not-recovered': 'вернуть не удалось' },
  yes: 'да', no: 'нет', live: 'Открыть\u00a0живой\u00a0отчёт', liveHint: 'Те же показатели на момент открытия, с\u00a0переходом к\u00a0каждой записи.', because: 'Почему приходит этот отчёт', pause: 'Приостановить этот отчёт',
  howToRead: 'Как это читать',
  how: { interval: 'Значение с\u00a0± с\u00a0уверенностью 95% лежит в\u00a0указанном интервале: чем меньше ответов, тем он шире.', arrow: 'Стрелка стоит только там, где изменение нельзя объяснить случайностью.', few: 'Где ответов слишком мало, значение не показываем, чтобы оно не вводило в\u00a0заблуждение и\u00a0не выдавало, кто ответил.', unprintable: 'Знак □ стоит вместо букв и\u00a0символов, которых нет в\u00a0шрифте этого документа; в\u00a0живом отчёте они есть.' },
  chart: (title) => `График: ${title}`, chartSays: (title, figures) => `${title}. ${figures}`, text: 'Текст',
  sheet: { report: 'Отчёт', link: 'Живой отчёт', metric: 'Показатель', value: 'Значение', low: 'Интервал от', high: 'Интервал до', n: 'Количество (n)', before: 'Раньше', change: 'Изменение', changeLow: 'Изменение от', changeHigh: 'Изменение до', real: 'Неслучайно', network: 'Вся сеть', networkN: 'Вся сеть (n)', from: 'С', to: 'По', weekday: 'День недели', hour: 'Час', usualLow: 'Обычно от', usualHigh: 'Обычно до', own: 'Выделено', outside: 'Против случайности', above: 'выше границ', below: 'ниже границ', answer: 'Комментарий', at: 'Когда', location: 'Точка', ticket: 'Обращение', queue: 'Очередь', duration: 'время', share: 'Доля', note: 'Примечание', sentence: 'Итоги', block: 'Лист', contents: 'Содержание' },
}
