import type { Words } from './index.ts'

const plural = new Intl.PluralRules('ru')
/** 1 обращение, 2 обращения, 5 обращений. */
const count = (n: number, one: string, few: string, many: string) => `${n}\u00a0${{ one, few, many, other: many, zero: many, two: many }[plural.select(n)]}`
const about = (sentence: string, ticket: string | null) => (ticket === null ? sentence : `${ticket}: ${sentence}`)

export const ru: Words = {
  push: {
    'assigned': (t) => about('обращение теперь ваше', t),
    'mentioned': (t) => about('вас упомянули в\u00a0заметке', t),
    'customer-answered': (t, n) => about(n > 1 ? `новых сообщений от клиента: ${n}` : 'новое сообщение от клиента', t),
    'sla-warning': (t) => about('срок близко', t),
    'sla-breach': (t) => about('срок прошёл', t),
    'escalation': (t) => about('нужна ваша помощь', t),
    'legal-reminder': (t) => about('близко срок по закону', t),
    'task-due': (t) => about('пора выполнить задачу', t),
    'task-late': (t) => about('задача просрочена', t),
    'alert': (t, n) => about(n > 1 ? count(n, 'оповещение', 'оповещения', 'оповещений') : 'оповещение', t),
    'recovery': (t) => about('недовольный клиент ждёт ответа', t),
    'report': (t) => about('отчёт требует внимания', t),
    'given-back': (t) => about('обращение вернулось в\u00a0очередь', t),
  },
  settings: { 'rule-problem': 'правило оповещений требует внимания', 'conditions': 'условия работы с\u00a0низкими оценками требуют внимания' },
  several: (n) => count(n, 'уведомление ждёт', 'уведомления ждут', 'уведомлений ждут'),
  trial: 'Так выглядит уведомление.',
  ticket: (n) => `№\u00a0${n}`,
  digest: {
    subject: (n, organization) => `${count(n, 'уведомление', 'уведомления', 'уведомлений')} · ${organization}`,
    greeting: (name) => `Здравствуйте, ${name}!`,
    lead: (n, tickets) => `${count(n, 'непрочитанное уведомление', 'непрочитанных уведомления', 'непрочитанных уведомлений')}${tickets > 0 ? ` в\u00a0${count(tickets, 'обращении', 'обращениях', 'обращениях')}` : ''}.`,
    other: 'Прочее',
    more: (n) => `и\u00a0ещё ${count(n, 'обращение', 'обращения', 'обращений')}`,
    why: (time) => `Это письмо приходит, потому что в\u00a0настройках выбрана сводка в\u00a0${time}.`,
    change: 'Изменить настройки',
  },
}
