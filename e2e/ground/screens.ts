// Every main screen of the workspace, with the ids of the installation filled in.
import type { Ask } from './api.ts'

export interface Screen { name: string; path: string }

/** @param ask as an administrator, who sees all of them */
export async function screensOf(ask: Ask): Promise<Screen[]> {
  const first = async (path: string, name = 'id'): Promise<string> => {
    const [item] = (await ask<{ items: Record<string, unknown>[] }>('GET', path)).items
    if (!item) throw new Error(`at least one is needed: ${path}`)
    return String(item[name])
  }
  const [ticket, customer, mailbox] = await Promise.all([first('/tickets?statusCategory=open'), first('/customers'), first('/mailboxes')])
  const [view, queue, calendar, policy, legal, status, reason, person] = await Promise.all([
    first('/views'), first('/queues'), first('/calendars'), first('/sla-policies'), first('/legal-bases', 'code'), first('/statuses', 'key'), first('/reasons'), first('/staff'),
  ])
  const report = await first('/reports')
  const [run, task] = await Promise.all([first('/report-runs'), first('/tasks')])
  // The longest form of all: two builders of conditions on one page.
  const rule = (await ask<{ items: { id: string; definition: { kind: string } }[] }>('GET', '/alert-rules')).items.find(({ definition }) => definition.kind === 'sequence')!.id
  const [survey, touchpoint, answer] = await Promise.all([first('/surveys'), first('/touchpoints'), first('/answers')])
  // A company in which nothing went wrong has none to open.
  const any = async (path: string): Promise<string | undefined> => (await ask<{ items: { id: string }[] }>('GET', path)).items[0]?.id
  const [alert, loop, set] = await Promise.all([any('/alerts?limit=1'), any('/recoveries?limit=1'), any('/study-sets?limit=1')])
  const ofSurvey = (parts: string[]): Screen[] => parts.map((part) => ({ name: `survey-${part.replaceAll('/', '-')}`, path: `/feedback/surveys/${survey}/${part}` }))
  /** Some are called as what they are the settings of. */
  const namesakes = new Set(['notifications', 'feedback', 'numbers', 'tasks', 'recovery'])
  const settings = (names: string[]): Screen[] => names.map((name) => ({ name: `${namesakes.has(name) ? 'settings-' : ''}${name.replaceAll('/', '-')}`, path: `/settings/${name}` }))
  return [
    { name: 'today', path: '/today?whose=everybody' },
    { name: 'tickets', path: '/tickets?view=all' },
    { name: 'ticket', path: `/tickets/${ticket}?view=all` },
    { name: 'ticket-beside-today', path: `/tickets/${ticket}?view=today&whose=everybody` },
    { name: 'new-ticket', path: '/tickets/new' },
    { name: 'saved-view', path: `/tickets?view=${view}` },
    { name: 'new-view', path: '/views/new' },
    { name: 'view', path: `/views/${view}` },
    { name: 'record-contact', path: `/interactions/new?ticket=${ticket}` },
    { name: 'tasks', path: '/tasks' },
    { name: 'tasks-board', path: '/tasks?as=board&show=everybody' },
    { name: 'tasks-new', path: '/tasks?task=new' },
    { name: 'task', path: `/tasks?task=${task}&show=everybody` },
    { name: 'alerts', path: '/alerts' },
    ...(alert === undefined ? [] : [{ name: 'alert', path: `/alerts/${alert}` }]),
    { name: 'alert-rules', path: '/alerts/rules' },
    { name: 'alert-rule-new', path: '/alerts/rules/new' },
    { name: 'alert-rule', path: `/alerts/rules/${rule}` },
    { name: 'board', path: '/board' },
    { name: 'notifications', path: '/notifications' },
    { name: 'customers', path: '/customers' },
    { name: 'customer', path: `/customers/${customer}` },
    { name: 'feedback', path: '/feedback' },
    { name: 'feedback-new', path: '/feedback/new' },
    { name: 'feedback-answers', path: '/feedback/answers' },
    { name: 'feedback-answer', path: `/feedback/answers/${answer}` },
    { name: 'feedback-quotes', path: '/feedback/quotes' },
    { name: 'touchpoints', path: '/feedback/touchpoints' },
    { name: 'touchpoint', path: `/feedback/touchpoints/${touchpoint}` },
    { name: 'touchpoint-new', path: '/feedback/touchpoints/new' },
    { name: 'invitations', path: '/feedback/invitations' },
    ...ofSurvey(['results', 'build', 'ask', 'answers', 'settings', 'roads', 'roads/qr', 'roads/kiosks', 'roads/website', 'roads/embedded', 'roads/lists', 'roads/import', 'roads/api']),
    ...['owner', 'contact-centre', 'shop', 'e-commerce', 'quality', 'agent'].map((name): Screen => ({ name: `numbers-${name}`, path: `/numbers/dashboards/ready-${name}` })),
    { name: 'numbers-edit', path: '/numbers/dashboards/ready-shop/edit' },
    { name: 'numbers-new', path: '/numbers/dashboards/new' },
    { name: 'numbers-rows', path: `/numbers/dashboards/ready-shop?rows=${encodeURIComponent(JSON.stringify({ metric: 'contacts-in', from: '2020-01-01', to: '2100-01-01' }))}` },
    { name: 'numbers-metrics', path: '/numbers/metrics' },
    { name: 'numbers-metric', path: '/numbers/metrics/first-response-median' },
    { name: 'numbers-compose', path: '/numbers/metrics/new' },
    { name: 'numbers-effect', path: '/numbers/effect' },
    { name: 'recoveries', path: '/recoveries?show=all' },
    ...(loop === undefined ? [] : [{ name: 'recovery', path: `/recoveries/${loop}?show=all` }]),
    { name: 'error-review', path: '/error-review' },
    { name: 'study-sets', path: '/study-sets' },
    ...(set === undefined ? [] : [{ name: 'study-set', path: `/study-sets/${set}` }]),
    { name: 'reports', path: '/reports' },
    { name: 'report', path: `/reports/${report}` },
    { name: 'report-edit', path: `/reports/${report}/edit` },
    { name: 'report-new', path: '/reports/new' },
    { name: 'report-runs', path: '/reports/runs' },
    { name: 'report-run', path: `/reports/runs/${run}` },
    { name: 'warnings', path: '/numbers/warnings' },
    { name: 'warnings-past', path: '/numbers/warnings/past' },
    { name: 'parked', path: '/parked' },
    { name: 'settings', path: '/settings' },
    ...settings(['profile', 'security', 'notifications', 'tokens', 'tokens/new', 'organization', 'people', 'people/invite', 'audit']),
    { name: 'person', path: `/settings/people/${person}` },
    ...settings(['mailboxes', 'mailboxes/new', 'sms', 'feedback', 'who-receives-what', 'alert-ledger', 'alert-destinations', 'numbers', 'readings']),
    { name: 'mailbox', path: `/settings/mailboxes/${mailbox}` },
    { name: 'mailbox-receiving', path: `/settings/mailboxes/${mailbox}/receiving` },
    { name: 'mailbox-sending', path: `/settings/mailboxes/${mailbox}/sending` },
    { name: 'mailbox-answers', path: `/settings/mailboxes/${mailbox}/answers` },
    ...settings(['statuses', 'statuses/new', 'reasons', 'tags', 'fields', 'fields/new', 'canned', 'canned/new', 'teams', 'teams/new', 'locations', 'locations/new', 'regions', 'regions/new', 'causes', 'tasks', 'recovery']),
    { name: 'status', path: `/settings/statuses/${status}` },
    { name: 'reason-move', path: `/settings/reasons/${reason}/move` },
    { name: 'reason-merge', path: `/settings/reasons/${reason}/merge` },
    ...settings(['queues', 'queues/new', 'queue-rules', 'queue-rules/new', 'calendars', 'calendars/new', 'sla', 'sla/new', 'legal', 'legal/new']),
    { name: 'queue', path: `/settings/queues/${queue}` },
    { name: 'calendar', path: `/settings/calendars/${calendar}` },
    { name: 'policy', path: `/settings/sla/${policy}` },
    { name: 'legal-version', path: `/settings/legal/${legal}` },
  ]
}
