import type { TellingWords } from './words.ts'
import { counted } from '@kontuar/charts'

const alerts = (count: number) => counted(count, { one: 'alert', other: 'alerts' }, 'en')

export const en: TellingWords = {
  urgent: 'Urgent', noData: 'No data',
  subject: { one: (title) => title, noData: (title) => `No data: ${title}`, step: (title) => `Nobody has this yet: ${title}`, many: (n) => `${alerts(n)}`, digest: (n) => `Digest: ${alerts(n)}` },
  step: (step) => `Nobody has acknowledged this alert, so it comes to you (step ${step}).`,
  lead: (n) => `${alerts(n)} came within a few minutes.`,
  digestLead: (n) => `${alerts(n)} since the last digest.`,
  quiet: 'They came during your quiet hours.',
  taken: (name, when) => `${name} has it since ${when}.`,
  resolved: (name, when) => (name === null ? `Over by itself since ${when}.` : `Resolved by ${name}, ${when}.`),
  whyNow: 'Why now',
  said: (by, when) => (by === null ? `What was said, ${when}` : `${by}, ${when}`),
  facts: { customer: 'Customer', ticket: 'Ticket', location: 'Location', queue: 'Queue', staff: 'Person', rule: 'Rule' },
  diary: 'Last entries of the diary',
  kinds: { message: 'message', call: 'call', visit: 'visit', note: 'note', rating: 'rating', signal: 'signal', review: 'review' },
  directions: { in: 'from the customer', out: 'to the customer', internal: 'internal' },
  acknowledge: 'Acknowledge', takeTask: 'Take the task', callBack: 'I will call back', open: 'Open in Kontuar',
  more: (n) => `and ${alerts(n)} more`,
  why: ({ code, name, step }) => {
    const of = name === undefined ? '' : ` (${name})`
    switch (code) {
      case 'location-manager': return `You get this because you manage the location${of}.`
      case 'region-manager': return `You get this because you manage the region${of}.`
      case 'team-manager': return `You get this because you manage the team${of}.`
      case 'team': case 'team-of': return `You get this because you belong to the team${of}.`
      case 'owner': return 'You get this because the ticket or the contact is yours.'
      case 'queue-servers': return 'You get this because you serve the queue.'
      case 'role': return 'You get this because the rule tells everybody in your role.'
      case 'staff': return 'You get this because the rule names you.'
      case 'address': return 'This place is named in the rule.'
      case 'escalation': return `You get this because nobody acknowledged the alert in time (step ${step ?? 1}).`
      case 'nobody-else': return 'You get this because nobody whom the rule means is there or may see it.'
    }
  },
  filters: (rule, sentence) => (sentence === null ? `Rule “${rule}”.` : `Rule “${rule}”: ${sentence}.`),
  zone: (name) => `Times are those of ${name}.`,
  linkDays: 'The buttons work for seven days and act in your name: do not forward this mail.',
  settings: 'Change what you are told',
  sms: (title, rule) => `${title}. Rule: ${rule}.`,
  smsMany: (n) => `${alerts(n)} wait for you.`,
  page: {
    'acknowledge': { title: 'Acknowledge this alert?', text: 'You say that you have it: nobody further up is called.', button: 'Acknowledge' },
    'task': { title: 'Take the task?', text: 'It becomes a task of yours, and the alert is acknowledged.', button: 'Take the task' },
    'call-back': { title: 'Will you call the customer back?', text: 'A call becomes a task of yours, due within four business hours, and the alert is acknowledged.', button: 'I will call back' },
    done: {
      acknowledged: { title: 'Acknowledged', text: 'You have it. Nobody further up is called.' }, already: (name) => ({ title: 'Somebody has it already', text: `${name} acknowledged it before you.` }),
      taskMade: { title: 'The task is yours', text: 'It is among your tasks, due within eight business hours.' }, taskAlready: { title: 'The task is yours already', text: 'Nothing was changed.' }, callMade: { title: 'The call is yours', text: 'It is among your tasks, due within four business hours.' },
      resolved: { title: 'This alert is resolved', text: 'There is nothing more to do. Nothing was changed.' },
    },
    expired: { title: 'This link has expired', text: 'It worked for seven days. Open the alert in Kontuar instead.' }, unknown: { title: 'This link does not work', text: 'It may be incomplete. Open it straight from the mail, or open the alert in Kontuar.' },
    notAllowed: { title: 'That is not possible any more', text: 'You may not see this alert or act on it now. Nothing was changed.' }, fault: { title: 'Something went wrong here', text: 'Nothing was changed. Try again in a moment.' }, wait: (s) => ({ title: 'One moment', text: `Too many tries from this place: wait ${s} seconds.` }),
    toAlert: 'Open the alert', toTicket: 'Open the ticket', call: (number) => `Call ${number}`, by: (organization) => `Kontuar of ${organization}`,
  },
  trial: { title: 'Trial from Kontuar', text: 'Alerts will arrive like this.' },
}
