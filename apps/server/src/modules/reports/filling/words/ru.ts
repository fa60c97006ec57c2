import { counted } from '@kontuar/charts'
import type { ReportWords } from './words.ts'

const by = { channel: 'по каналам', queue: 'по очередям', reason: 'по причинам', location: 'по точкам', team: 'по командам', staff: 'по сотрудникам', survey: 'по опросам', touchpoint: 'по моменту вопроса', language: 'по языкам', newcomer: 'по новым и\u00a0вернувшимся клиентам', weekday: 'по дням недели', hour: 'по часам' }

export const ru: ReportWords = {
  summary: {
    title: 'Что изменилось',
    alone: (label, now, range) => `${label}: ${now}${range === null ? '' : ` (интервал от ${range[0]} до ${range[1]})`}.`,
    more: (label, { now, by, before }) => `${label}: ${now}, прежде было ${before}: больше на\u00a0${by}.`,
    less: (label, { now, by, before }) => `${label}: ${now}, прежде было ${before}: меньше на\u00a0${by}.`,
    same: (label, now) => `${label}: ${now}, столько же, сколько прежде.`,
    better: 'Это действительное улучшение.', worse: 'Это действительное ухудшение.', real: 'Это действительная перемена.',
    chance: 'При таком количестве это может быть случайностью.', untold: 'Для этого показателя нельзя судить, случайность ли это.',
    nothing: (label) => `${label}: за\u00a0этот период данных нет.`,
    few: (label, n, shownFrom) => `${label}: данных слишком мало, чтобы показать результат (${n}, показываем от ${shownFrom}).`,
    nothingBefore: 'За предыдущий период данных нет, поэтому сравнить не\u00a0с\u00a0чем.', fewBefore: 'За предыдущий период данных слишком мало, поэтому сравнить не\u00a0с\u00a0чем.',
    unread: (label) => `${label}: этот показатель прочитать не\u00a0удалось.`,
  },
  by, byField: (name) => `по полю «${name}»`,
  tile: { cut: (label, cut) => `${label} ${cut}`, table: (cut) => `Сводка ${cut}`, network: (label) => `${label}: точки на фоне сети`, heat: (label) => `${label}: когда`, distribution: (label) => `${label}: как распределены значения`, funnel: (from, to) => `От «${from}» до «${to}»` },
  ranking: (label, cut) => `${label} ${by[cut]}`,
  tickets: { overdue: 'Просроченные обращения', oldest: 'Обращения, которые ждут дольше всех', incomplete: 'Неполные записи в\u00a0журнале' },
  comments: { all: 'Что написали клиенты', low: 'Что написали недовольные клиенты' },
  loops: 'Низкие оценки и\u00a0что по ним сделано',
  missing: { request: 'в\u00a0чём состояла просьба', decision: 'решение или результат', result: 'результат', reason: 'причина обращения', place: 'точка или очередь' },
  because({ code, name = '' }) {
    switch (code) {
      case 'location-manager': return `Вы получаете этот отчёт, потому что отвечаете за\u00a0точку «${name}».`
      case 'region-manager': return `Вы получаете этот отчёт, потому что отвечаете за\u00a0регион «${name}».`
      case 'team-manager': return `Вы получаете этот отчёт, потому что отвечаете за\u00a0команду «${name}».`
      case 'team': case 'team-of': return `Этот отчёт получают все в\u00a0команде «${name}».`
      case 'role': return `Этот отчёт получают все, у\u00a0кого роль: ${ru.role[name] ?? name}.`
      case 'address': return 'Вы получаете этот отчёт, потому что компания добавила ваш адрес к\u00a0его получателям.'
      default: return 'Вы получаете этот отчёт, потому что выбраны его получателем.'
    }
  },
  role: { administrator: 'администратор', manager: 'руководитель', agent: 'сотрудник', observer: 'наблюдатель' },
  attached: (files) => `Отчёт приложен к\u00a0письму (${counted(files, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' }, 'ru')}).`,
  page: {
    title: 'Приостановить этот отчёт?', text: (report) => `Отчёт «${report}» больше не\u00a0будет приходить на\u00a0этот адрес.`, button: 'Приостановить',
    doneTitle: 'Отчёт приостановлен', doneText: (report) => `Отчёт «${report}» на\u00a0этот адрес больше не\u00a0придёт.`, again: 'Присылать дальше',
    backTitle: 'Отчёт снова будет приходить', backText: (report) => `Отчёт «${report}» снова будет приходить на\u00a0этот адрес.`,
  },
}
