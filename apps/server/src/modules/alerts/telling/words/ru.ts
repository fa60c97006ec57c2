import type { TellingWords } from './words.ts'
import { counted } from '@kontuar/charts'

const alerts = (count: number) => counted(count, { one: 'оповещение', few: 'оповещения', many: 'оповещений', other: 'оповещения' }, 'ru')

export const ru: TellingWords = {
  urgent: 'Срочно', noData: 'Нет данных',
  subject: { one: (title) => title, noData: (title) => title, step: (title) => `Этим никто не занялся: ${title}`, many: (n) => alerts(n), digest: (n) => `Сводка: ${alerts(n)}` },
  step: (step) => `Это оповещение никто не подтвердил, поэтому оно пришло к вам (ступень ${step}).`,
  lead: (n) => `${alerts(n)} за несколько минут.`,
  digestLead: (n) => `${alerts(n)} с прошлой сводки.`,
  quiet: 'Они пришли в часы тишины.',
  taken: (name, when) => `Этим занимается ${name}, с ${when}.`,
  resolved: (name, when) => (name === null ? `Прошло само, ${when}.` : `Закрыто: ${name}, ${when}.`),
  whyNow: 'Почему сейчас',
  said: (by, when) => (by === null ? `Слова клиента, ${when}` : `${by}, ${when}`),
  facts: { customer: 'Клиент', ticket: 'Обращение', location: 'Точка', queue: 'Очередь', staff: 'Сотрудник', rule: 'Правило' },
  diary: 'Последние записи дневника',
  kinds: { message: 'сообщение', call: 'звонок', visit: 'визит', note: 'заметка', rating: 'оценка', signal: 'сигнал', review: 'публичный отзыв' },
  directions: { in: 'от клиента', out: 'клиенту', internal: 'внутренняя' },
  acknowledge: 'Подтвердить', takeTask: 'Беру задачу', callBack: 'Перезвоню', open: 'Открыть в\u00a0Kontuar',
  more: (n) => `и ещё ${alerts(n)}`,
  why: ({ code, name, step }) => {
    const of = name === undefined ? '' : ` (${name})`
    switch (code) {
      case 'location-manager': return `Вы получили это, потому что управляете точкой${of}.`
      case 'region-manager': return `Вы получили это, потому что управляете регионом${of}.`
      case 'team-manager': return `Вы получили это, потому что руководите командой${of}.`
      case 'team': case 'team-of': return `Вы получили это, потому что состоите в команде${of}.`
      case 'owner': return 'Вы получили это, потому что ведёте это обращение или этот контакт.'
      case 'queue-servers': return 'Вы получили это, потому что обслуживаете эту очередь.'
      case 'role': return 'Вы получили это, потому что правило сообщает всем в вашей роли.'
      case 'staff': return 'Вы получили это, потому что вы названы в правиле.'
      case 'address': return 'Это место названо в правиле.'
      case 'escalation': return `Вы получили это, потому что оповещение вовремя никто не подтвердил (ступень ${step ?? 1}).`
      case 'nobody-else': return 'Вы получили это, потому что тех, кого имеет в виду правило, нет или они не могут этого видеть.'
    }
  },
  filters: (rule, sentence) => (sentence === null ? `Правило «${rule}».` : `Правило «${rule}»: ${sentence}.`),
  zone: (name) => `Время указано по зоне ${name}.`,
  linkDays: 'Кнопки работают семь дней и действуют от вашего имени: не пересылайте это письмо.',
  settings: 'Изменить, о чём сообщать',
  sms: (title, rule) => `${title}. Правило: ${rule}.`,
  smsMany: (n) => `Вас ждёт: ${alerts(n)}.`,
  page: {
    'acknowledge': { title: 'Подтвердить оповещение?', text: 'Это значит: вы им занимаетесь. Выше никого не позовут.', button: 'Подтвердить' },
    'task': { title: 'Взять задачу?', text: 'Она станет вашей, а оповещение будет подтверждено.', button: 'Беру задачу' },
    'call-back': { title: 'Перезвонить клиенту?', text: 'Звонок станет вашей задачей на ближайшие четыре рабочих часа, а оповещение будет подтверждено.', button: 'Перезвоню' },
    done: {
      acknowledged: { title: 'Подтверждено', text: 'Выше никого не позовут.' }, already: (name) => ({ title: 'Этим уже занимаются', text: `Раньше вас подтвердили: ${name}.` }),
      taskMade: { title: 'Задача ваша', text: 'Она среди ваших задач, на ближайшие восемь рабочих часов.' }, taskAlready: { title: 'Задача уже ваша', text: 'Ничего не изменено.' }, callMade: { title: 'Звонок за вами', text: 'Он среди ваших задач, на ближайшие четыре рабочих часа.' },
      resolved: { title: 'Оповещение уже закрыто', text: 'Больше делать ничего не нужно. Ничего не изменено.' },
    },
    expired: { title: 'Срок ссылки истёк', text: 'Она работала семь дней. Откройте оповещение в\u00a0Kontuar.' }, unknown: { title: 'Эта ссылка не работает', text: 'Возможно, она неполная. Откройте её прямо из письма или откройте оповещение в\u00a0Kontuar.' },
    notAllowed: { title: 'Это уже невозможно', text: 'Сейчас вам не видно это оповещение или его нельзя менять. Ничего не изменено.' }, fault: { title: 'У нас что-то не получилось', text: 'Ничего не изменено. Попробуйте через минуту.' }, wait: (s) => ({ title: 'Минуту', text: `Слишком много попыток с этого места: подождите ${s}\u00a0с.` }),
    toAlert: 'Открыть оповещение', toTicket: 'Открыть обращение', call: (number) => `Позвонить: ${number}`, by: (organization) => `Kontuar организации ${organization}`,
  },
  trial: { title: 'Пробное сообщение из\u00a0Kontuar', text: 'Так сюда будут приходить оповещения.' },
}
