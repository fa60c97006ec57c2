import type { Words } from './index.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string) => `${n} ${plural.select(n) === 'one' ? one : other}`
const about = (sentence: string, ticket: string | null) => (ticket === null ? sentence : `${ticket}: ${sentence}`)

export const en: Words = {
  push: {
    'assigned': (t) => about('is yours now', t),
    'mentioned': (t) => about('you are named in a note', t),
    'customer-answered': (t, n) => about(n > 1 ? `the customer has written ${n} times` : 'the customer has written', t),
    'sla-warning': (t) => about('a deadline is near', t),
    'sla-breach': (t) => about('a deadline has passed', t),
    'escalation': (t) => about('needs your help', t),
    'legal-reminder': (t) => about('a legal deadline is near', t),
    'task-due': (t) => about('a task is due', t),
    'task-late': (t) => about('a task is late', t),
    'alert': (t, n) => about(n > 1 ? `${n} alerts` : 'an alert', t),
    'recovery': (t) => about('a customer is unhappy and waits for you', t),
    'report': (t) => about('a report needs attention', t),
    'given-back': (t) => about('has gone back to its queue', t),
  },
  settings: { 'rule-problem': 'an alert rule needs attention', 'conditions': 'the conditions for following up low scores need attention' },
  several: (n) => count(n, 'notification is waiting', 'notifications are waiting'),
  trial: 'This is how a notification looks.',
  ticket: (n) => `#${n}`,
  digest: {
    subject: (n, organization) => `${count(n, 'notification', 'notifications')} · ${organization}`,
    greeting: (name) => `Hello ${name},`,
    lead: (n, tickets) => `you have ${count(n, 'unread notification', 'unread notifications')}${tickets > 0 ? ` in ${count(tickets, 'ticket', 'tickets')}` : ''}.`,
    other: 'Other',
    more: (n) => `and ${count(n, 'more ticket', 'more tickets')}`,
    why: (time) => `You get this because you have chosen a digest at ${time}.`,
    change: 'Change it here',
  },
}
