import { counted } from '@kontuar/charts'
import type { ReportWords } from './words.ts'

const by = { channel: 'by channel', queue: 'by queue', reason: 'by reason', location: 'by location', team: 'by team', staff: 'by person', survey: 'by survey', touchpoint: 'by when asked', language: 'by language', newcomer: 'by new and returning customers', weekday: 'by weekday', hour: 'by hour' }

export const en: ReportWords = {
  summary: {
    title: 'What changed',
    alone: (label, now, range) => `${label}: ${now}${range === null ? '' : ` (interval from ${range[0]} to ${range[1]})`}.`,
    more: (label, { now, by, before }) => `${label}: ${now}, up by ${by} from ${before}.`,
    less: (label, { now, by, before }) => `${label}: ${now}, down by ${by} from ${before}.`,
    same: (label, now) => `${label}: ${now}, the same as before.`,
    better: 'This is a real improvement.', worse: 'This is a real decline.', real: 'This is a real change.',
    chance: 'With numbers this small it may be chance.', untold: 'Of this metric it cannot be said whether it is chance.',
    nothing: (label) => `${label}: there was no data in this period.`,
    few: (label, n, shownFrom) => `${label}: too little data to show a result (${n}, shown from ${shownFrom}).`,
    nothingBefore: 'There was no data in the period before, so there is nothing to compare with.', fewBefore: 'There was too little data in the period before, so there is nothing to compare with.',
    unread: (label) => `${label}: this metric could not be read.`,
  },
  by, byField: (name) => `by “${name}”`,
  tile: { cut: (label, cut) => `${label} ${cut}`, table: (cut) => `Summary ${cut}`, network: (label) => `${label}: locations against the network`, heat: (label) => `${label}: when`, distribution: (label) => `${label}: how the values lie`, funnel: (from, to) => `From “${from}” to “${to}”` },
  ranking: (label, cut) => `${label} ${by[cut]}`,
  tickets: { overdue: 'Overdue tickets', oldest: 'Tickets that have waited longest', incomplete: 'Incomplete entries of the diary' },
  comments: { all: 'What customers wrote', low: 'What unhappy customers wrote' },
  loops: 'Low scores and what became of them',
  missing: { request: 'what it was about', decision: 'the decision or result', result: 'the result', reason: 'the reason', place: 'the location or queue' },
  because({ code, name = '' }) {
    switch (code) {
      case 'location-manager': return `You get this report because you are in charge of the location “${name}”.`
      case 'region-manager': return `You get this report because you are in charge of the region “${name}”.`
      case 'team-manager': return `You get this report because you are in charge of the team “${name}”.`
      case 'team': case 'team-of': return `Everybody in the team “${name}” gets this report.`
      case 'role': return `Everybody in the role ${en.role[name] ?? name} gets this report.`
      case 'address': return 'You get this report because the company added this address to its recipients.'
      default: return 'You get this report because you were chosen as a recipient.'
    }
  },
  role: { administrator: 'administrator', manager: 'manager', agent: 'agent', observer: 'observer' },
  attached: (files) => `The report is attached (${counted(files, { one: 'file', other: 'files' }, 'en')}).`,
  page: {
    title: 'Pause this report?', text: (report) => `The report “${report}” will no longer come to this address.`, button: 'Pause',
    doneTitle: 'The report is paused', doneText: (report) => `The report “${report}” will not come to this address any more.`, again: 'Keep sending it',
    backTitle: 'The report will come again', backText: (report) => `The report “${report}” will come to this address again.`,
  },
}
