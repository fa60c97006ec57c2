import type { AlertWords } from './words.ts'
import { counted } from '@kontuar/charts'

const n = (count: number, one: string, few: string, many: string) => counted(count, { one, few, many, other: few }, 'ru')
const days = (count: number) => (count === 1 ? 'последний день' : `последние ${n(count, 'день', 'дня', 'дней')}`)
const answers = (count: number) => n(count, 'ответ', 'ответа', 'ответов')
const recorded = (count: number) => n(count, 'обращение', 'обращения', 'обращений')

export const ru: AlertWords = {
  score: (score, max) => (max === null ? `Оценка ${score}` : `Оценка ${score} из ${max}`),
  answer: 'Ответ на опрос',
  answerSentence: (score, range, when) => (score === null ? `Ответ пришёл ${when}.` : `Ответ от ${when}: ${score}${range === null ? '' : ` по шкале ${range}`}.`),
  stars: (stars) => `Публичный отзыв: ${n(stars, 'звезда', 'звезды', 'звёзд')}`,
  message: 'Клиент обратился',
  messageSentence: (when, negative) => (negative ? `Это было ${when}, и звучит недовольно.` : `Это было ${when}.`),
  messageWith: (text) => `Клиент обратился: ${text}`,
  answerWith: (text) => `Ответ на опрос: ${text}`,
  found: (what) => `Найдено: ${what}.`,
  ticket: { opened: (t) => `Новое обращение ${t}`, reopened: (t) => `Обращение ${t} открыто снова`, complaint: (t) => `Обращение ${t} — жалоба` },
  ticketSentence: (when) => `Это было ${when}.`,
  clocks: { 'first-response': 'первый ответ', 'next-response': 'следующий ответ', resolution: 'решение', status: 'время в статусе' },
  late: (clock, t, late) => `Обращение ${t}: ${clock}, опоздание ${late}`,
  nearing: (clock, t, left) => `Обращение ${t}: ${clock}, осталось ${left}`,
  lateSentence: (when) => `Замечено ${when}.`,
  run: (count, on) => `${on === 'answer' ? answers(count) : recorded(count)} подряд`,
  runSentence: (count, on, since) => `${on === 'answer' ? answers(count) : recorded(count)} подряд отвечают условиям правила${since === null ? '' : `, начиная с ${since}`}.`,
  below: (metric, value, threshold) => `${metric}: ${value} (порог: ${threshold} или меньше)`,
  above: (metric, value, threshold) => `${metric}: ${value} (порог: ${threshold} или больше)`,
  falls: (metric, by) => `${metric}: снижение на ${by}`,
  rises: (metric, by) => `${metric}: рост на ${by}`,
  shareGrows: (metric, by) => `${metric}: доля больше на ${by}`,
  trend: (metric, up, weeks) => `${metric}: ${up ? 'рост' : 'снижение'} ${n(weeks, 'неделю', 'недели', 'недель')} подряд`,
  figureSentence: (metric, period, value, interval, count) => `${metric} за ${days(period)}: ${value}${interval === null ? '' : ` (с учётом случайности ${interval})`}, n = ${count}.`,
  thresholdSentence: (threshold) => `Граница в правиле: ${threshold}.`,
  changeSentence: (before, beforeN, year, change, up, interval) => `${year ? 'Год назад' : 'За такое же время до этого'} было ${before}${beforeN === null ? '' : ` (n = ${beforeN})`}, теперь на ${change} ${up ? 'больше' : 'меньше'}${interval === null ? '' : `, с учётом случайности ${interval}`}. Случайность этого не объясняет.`,
  trendSentence: (weeks, slope, up, p) => `${n(weeks, 'отдельная неделя', 'отдельные недели', 'отдельных недель')} ${up ? 'вверх' : 'вниз'}${slope === null ? '' : `, на ${slope} в неделю`}${p === null ? '' : `; сама случайность дала бы это с p = ${p}`}.`,
  range: (low, high) => `от ${low} до ${high}`,
  noData: (metric) => `${metric}: нет данных`,
  noDataSentence: (period, count, minimum) => `За ${days(period)} есть ${count}, а нужно ${minimum}. Это ни хорошая, ни плохая новость: правилу не по чему судить.`,
  silence: (on, hours) => `${{ answer: 'Ни одного ответа', interaction: 'Ни одного контакта', ticket: 'Ни одного нового обращения' }[on]} за ${hours} рабочего времени`,
  silenceSentence: (since) => (since === null ? 'Ничего не пришло с тех пор, как правило смотрит.' : `Последний раз было ${since}.`),
  warnings: {
    'nps-falls': 'NPS падает', 'complaints-rise': 'Жалоб становится больше', 'abandoned-rise': 'Больше людей не дожидаются ответа', 'little-feedback': 'Клиенты реже отвечают на опросы', 'silence': 'Внезапная тишина: клиенты не обращаются',
    'sources-disagree': 'АТС и дневник считают по-разному', 'no-feedback': 'Много обращений и ни одного отзыва', 'repeated-complaints': 'Те же клиенты жалуются снова', 'fewer-good-reviews': 'Меньше хороших публичных отзывов', 'reason-rises': 'Растёт одна причина обращений', 'step-falls': 'Один этап оценивают ниже', 'sums-healed': 'Суммы исправлены',
  },
  warningSentence: (came, expected) => (expected === null ? `Стало ${came}.` : `Стало ${came}, а ожидалось около ${expected}.`),
  fired: (rule) => `Сработало правило «${rule}»`,
  times: (count, since) => `Это случилось ${n(count, 'раз', 'раза', 'раз')} с ${since}.`,
  whole: 'вся организация',
  on: { answer: 'ответы', interaction: 'контакты', ticket: 'обращения', breach: 'сроки' },
  customer: 'Клиент',
}
