// One of each thing an address can name, in one organization, for the test that tries all doors from outside.
import type { TestKontuar } from '../testing.ts'
import { TestBrowser, type TestOrganization } from '../../modules/identity/testing.ts'
import { newId } from '../../platform/id.ts'
import { recordFiles, storeBytes } from '../../platform/files/store.ts'

/** Stands in every text of the organization, so that a leak is seen wherever it happens. */
export type Everything = Record<'recovery' | 'studySet' | 'studyItem' | 'alert' | 'alertDestination' | 'alertRule' | 'alertBackTest' | 'report' | 'reportRun' | 'reportSending' | 'ticket' | 'surveyList' | 'shopSource' | 'surveyLink' | 'kiosk' | 'interaction' | 'attachment' | 'upload' | 'customer' | 'mailbox' | 'parked' | 'staff' | 'invitation' | 'token' | 'session' | 'view' | 'bulkAct' | 'task' | 'location' | 'region' | 'cause' | 'team' | 'queue' | 'queueRule' | 'status' | 'reason' | 'tag' | 'customField' | 'company' | 'calendar' | 'slaPolicy' | 'pushSubscription' | 'cannedAnswer' | 'touchpoint' | 'surveyInvitation' | 'survey' | 'answer' | 'quote' | 'dashboard' | 'markedDay' | 'ownMetric' | 'warning' | 'reading', string> & { marker: string }

export async function buildEverything(kontuar: TestKontuar, org: TestOrganization): Promise<Everything> {
  const { platform } = kontuar
  const { orgId } = org
  const marker = `zebra${orgId}`
  const made = { recovery: newId(), studySet: newId(), studyItem: newId(), alert: newId(), alertDestination: newId(), alertRule: newId(), alertBackTest: newId(), report: newId(), reportRun: newId(), reportSending: newId(), surveyList: newId(), shopSource: newId(), surveyLink: newId(), kiosk: newId(), view: newId(), bulkAct: newId(), task: newId(), location: newId(), region: newId(), cause: newId(), team: newId(), queue: newId(), queueRule: newId(), ticket: newId(), interaction: newId(), attachment: newId(), upload: newId(), customer: newId(), mailbox: newId(), parked: newId(), staff: org.staff.agent.staffId, status: marker, reason: newId(), tag: newId(), customField: newId(), company: newId(), calendar: newId(), slaPolicy: newId(), pushSubscription: newId(), cannedAnswer: newId(), touchpoint: newId(), surveyInvitation: newId(), survey: newId(), answer: newId(), quote: newId(), dashboard: newId(), markedDay: newId(), ownMetric: newId(), warning: newId(), reading: '', marker }
  made.reading = made.interaction
  const [identity, content, sent] = [newId(), newId(), newId()]
  const owner = org.staff.administrator.staffId
  const file = await storeBytes(platform.files, orgId, Buffer.from(`bytes of ${marker}`))
  await platform.db.write(orgId, async (tx) => {
    const put = (text: string, values: unknown[]) => tx.query(text, [orgId, ...values])
    await recordFiles(tx, [file])
    await put(`insert into mailbox (org_id, id, name, address) values ($1, $2, $3, $4)`, [made.mailbox, marker, `${marker}@desk.example`])
    await put(`insert into mailbox_address (org_id, address_key, mailbox_id) values ($1, $2, $3)`, [`${marker}@desk.example`, made.mailbox])
    await put(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, 'email', $4, $4)`, [identity, made.customer, `${marker}@klient.example`])
    await put(`insert into customer (org_id, id, name) values ($1, $2, $3)`, [made.customer, marker])
    await put(`insert into ticket (org_id, id, number, subject, customer_id, channel, mailbox_id, preview, last_interaction_at, last_direction) values ($1, $2, (select next_ticket_numbers(1)), $3, $4, 'mail', $5, $3, now(), 'in')`, [made.ticket, marker, made.customer, made.mailbox])
    await put(`insert into mail_content (org_id, id, fingerprint, size, raw) values ($1, $2, $3, 20, convert_to($4, 'UTF8'))`, [content, content, `Subject: ${marker}\r\n\r\n${marker}`])
    await put(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, subject, text, html, message_id, content_id, from_name, from_address) values ($1, $2, $3, $4, 'message', 'in', 'mail', $5, now(), $6, $6, $6, $6 || '@klient.example', $7, $6, $6 || '@klient.example')`, [made.interaction, made.ticket, made.customer, made.mailbox, marker, content])
    await put(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, text) values ($1, $2, $3, $4, 'message', 'out', 'mail', $5, now(), $6)`, [sent, made.ticket, made.customer, made.mailbox, marker])
    await put(`insert into attachment (org_id, id, interaction_id, position, name, type, size, sha256) values ($1, $2, $3, 0, $4, 'text/plain', $5, $6)`, [made.attachment, made.interaction, marker, file.size, file.sha256])
    await put(`insert into upload (org_id, id, staff_id, name, type, size, sha256) values ($1, $2, $3, $4, 'text/plain', $5, $6)`, [made.upload, owner, marker, file.size, file.sha256])
    await put(`insert into draft (org_id, ticket_id, staff_id, body) values ($1, $2, $3, $4)`, [made.ticket, owner, JSON.stringify({ html: marker, to: [], cc: [], bcc: [], kind: 'note', attachments: [] })])
    await put(`insert into mail_delivery (org_id, id, mailbox_id, content_id, source, envelope_from, envelope_to, state, reason, parked_at) values ($1, $2, $3, $4, 'smtp', $5, $5, 'parked', $5, now())`, [made.parked, made.mailbox, content, marker])
    await put(`insert into region (org_id, id, name) values ($1, $2, $3)`, [made.region, marker])
    await put(`insert into cause (org_id, id, name, position) values ($1, $2, $3, 99)`, [made.cause, marker])
    await put(`insert into location (org_id, id, name, region_id) values ($1, $2, $3, $4)`, [made.location, marker, made.region])
    await put(`insert into team (org_id, id, name, location_id) values ($1, $2, $3, $4)`, [made.team, marker, made.location])
    await put(`insert into calendar (org_id, id, name, definition) values ($1, $2, $3, $4)`, [made.calendar, marker, JSON.stringify({ timeZone: 'Europe/Warsaw', weekly: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: { country: 'PL' }, exceptions: [{ on: '2026-05-02', shifts: [], name: marker }] })])
    await put(`insert into sla_policy (org_id, id, name, position, definition) values ($1, $2, $3, 99, $4)`, [made.slaPolicy, marker, JSON.stringify({ conditions: { combinator: 'and', rules: [] }, calendarId: made.calendar, targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: {} }, warnAt: 0.5, pausesIn: [], escalations: [{ on: 'breach', afterSeconds: 0, act: 'task', title: marker }] })])
    await put(`insert into legal_basis (org_id, code, version, name, term, source, valid_from) values ($1, $2, 1, $2, $3, $2, '2020-01-01')`, [marker, JSON.stringify({ length: 14, unit: 'days', rule: 'calendar', country: null })])
    await put(`insert into queue (org_id, id, name, position) values ($1, $2, $3, 99)`, [made.queue, marker])
    await put(`insert into queue_rule (org_id, id, name, position, active, conditions, queue_id) values ($1, $2, $3, 99, false, $4, $5)`, [made.queueRule, marker, JSON.stringify({ combinator: 'and', rules: [{ field: 'subject', operator: 'contains', value: marker }] }), made.queue])
    await put(`insert into ticket_status (org_id, key, name, category, position) values ($1, $2, $2, 'open', 99)`, [made.status])
    await put(`insert into reason (org_id, id, path, name) values ($1, $2, array[$2::uuid], $3)`, [made.reason, marker])
    await put(`insert into tag (org_id, id, name) values ($1, $2, $3)`, [made.tag, marker])
    await put(`insert into custom_field (org_id, id, subject, name, type) values ($1, $2, 'ticket', $3, 'text')`, [made.customField, marker])
    await put(`insert into company (org_id, id, name) values ($1, $2, $3)`, [made.company, marker])
    await put(`update customer set company_id = $3 where org_id = $1 and id = $2`, [made.customer, made.company])
    await put(`insert into push_subscription (org_id, id, staff_id, endpoint, keys, user_agent) values ($1, $2, $3, 'https://push.example/' || $4, '{}', $4)`, [made.pushSubscription, owner, marker])
    await put(`insert into notification (org_id, id, staff_id, kind, dedupe_key, ticket_id, detail, at) values ($1, $2, $3, 'mentioned', $4, $5, jsonb_build_object('name', $4::text), now())`, [newId(), owner, marker, made.ticket])
    await put(`insert into sms_gateway (org_id, settings, per_number_daily, per_day) values ($1, jsonb_build_object('url', 'https://gateway.invalid/' || $2::text, 'method', 'POST', 'contentType', 'json', 'template', '{}', 'sender', $2::text, 'headers', '[]'::jsonb, 'successContains', null, 'idPath', null, 'repeatable', false), 3, 100)`, [marker])
    await put(`insert into canned_answer (org_id, id, name, texts, owner_id, sharing) values ($1, $2, $3, jsonb_build_object('pl', $3::text), $4, 'shared')`, [made.cannedAnswer, marker, owner])
    const asked = JSON.stringify({ languages: ['pl'], defaultLanguage: 'pl', title: { pl: marker }, intro: {}, questions: [{ id: 'score', type: 'nps', title: { pl: marker } }, { id: 'why', type: 'text', title: { pl: marker } }], thanks: { pl: marker }, whatNext: { pl: marker }, reviewLinks: [] })
    await put(`insert into survey (org_id, id, name, state, draft, version, mailbox_id, created_by) values ($1, $2, $3, 'active', $4, 1, $5, $6)`, [made.survey, marker, asked, made.mailbox, owner])
    await put(`insert into survey_version (org_id, survey_id, version, definition, published_by) values ($1, $2, 1, $3, $4)`, [made.survey, asked, owner])
    await put(`insert into answer (org_id, id, survey_id, version, road, customer_id, ticket_id, language, values, state, comment, at) values ($1, $2, $3, 1, 'email', $4, $5, 'pl', $6, 'finished', $7, now())`,
      [made.answer, made.survey, made.customer, made.ticket, JSON.stringify({ why: marker, file: { ...file, name: marker, type: 'text/plain' } }), marker])
    const shown = { tiles: [{ id: 't1', kind: 'number', metrics: ['contacts-in'], title: marker, width: 1, height: 1 }], period: 'today', compare: 'none' }
    await put(`insert into dashboard (org_id, id, name, owner_id, shared_with, definition) values ($1, $2, $3, $4, '{administrator,manager,agent,observer}', $5)`, [made.dashboard, marker, owner, JSON.stringify(shown)])
    await put(`insert into marked_day (org_id, id, at, name) values ($1, $2, now(), $3)`, [made.markedDay, marker])
    const composed = { form: 'count', numerator: { of: ['contact-in'] }, direction: 'up', unit: 'count', shownFrom: 1, explanation: marker }
    await put(`insert into own_metric (org_id, id, name, definition, created_by) values ($1, $2, $3, $4, $5)`, [made.ownMetric, marker, JSON.stringify(composed), owner])
    await put(`insert into warning (org_id, id, kind, key, began_at, seen_at, facts, note) values ($1, $2, 'silence', $3, now(), now(), '{}', $3)`, [made.warning, marker])
    await put(`insert into reading (org_id, id, subject, language, sentiment, confidence, by) values ($1, $2, 'interaction', 'pl', 'negative', 0.9, 'classifier')`, [made.reading])
    await put(`insert into outside_count (org_id, id, source, what, span, begins_at, n) values ($1, $2, $3, 'calls', 'day', date_trunc('day', now()), 3)`, [newId(), marker])
    await put(`insert into survey_link (org_id, id, code, survey_id, road, name, location_id, place) values ($1, $2, substr(md5($3), 1, 12), $4, 'qr', $3, $5, $3)`, [made.surveyLink, marker, made.survey, made.location])
    const asksList = newId()
    await put(`insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position) values ($1, $2, $3, $4, 'list', '{"roads": ["email"]}', 1)`, [asksList, made.survey, marker])
    await put(`insert into survey_list (org_id, id, survey_id, touchpoint_id, name, send_at, people, refused, created_by) values ($1, $2, $3, $4, $5, now() + interval '1 year', 1, jsonb_build_array(jsonb_build_object('line', 2, 'sentence', $5::text)), $6)`, [made.surveyList, made.survey, asksList, marker, owner])
    await put(`insert into shop_source (org_id, id, code, name, secret, location_id, last_refusal) values ($1, $2, substr(md5($3), 1, 12), $3, 'v1.sealed', $4, $3)`, [made.shopSource, marker, made.location])
    await put(`insert into purchase (org_id, id, kind, source, number, customer_id, location_id, staff_id, at, facts) values ($1, $2, 'purchase', 'api', $3, $4, $5, $6, now(), jsonb_build_object('product', $3::text))`, [newId(), marker, made.customer, made.location, owner])
    await put(`insert into kiosk (org_id, id, name, survey_id, location_id, token_hash, settings) values ($1, $2, $3, $4, $5, sha256(convert_to($3, 'UTF8')), jsonb_build_object('attract', jsonb_build_object('pl', $3::text)))`, [made.kiosk, marker, made.survey, made.location])
    await put(`insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position) values ($1, $2, $3, $4, 'api', '{}', 0)`, [made.touchpoint, made.survey, marker])
    await put(`insert into survey_invitation (org_id, id, survey_id, touchpoint_id, customer_id, ticket_id, cause, facts, send_at) values ($1, $2, $3, $4, $5, $6, $7, jsonb_build_object('product', $7::text), now() + interval '1 year')`, [made.surveyInvitation, made.survey, made.touchpoint, made.customer, made.ticket, marker])
    await put(`insert into quote (org_id, id, answer_id, text, signed, created_by) values ($1, $2, $3, $4, $4, $5)`, [made.quote, made.answer, marker, owner])
    await put(`insert into view (org_id, id, name, owner_id, sharing, definition, counting) values ($1, $2, $3, $4, 'shared', '{"conditions": {"combinator": "and", "rules": []}, "sort": "-updatedAt", "columns": null, "group": null}', 'kept')`, [made.view, marker, owner])
    await put(`insert into bulk_act (org_id, id, staff_id, patch, changed) values ($1, $2, $3, $4, '[]')`, [made.bulkAct, owner, JSON.stringify({ subject: marker })])
    await put(`insert into task (org_id, id, kind, title, owner_id, ticket_id, customer_id, due_at, location_id, cause_id, remedy, checklist) values ($1, $2, 'task', $3, $4, $5, $6, now(), $7, $8, $3, jsonb_build_array(jsonb_build_object('id', 'a', 'text', $3::text, 'done', false)))`, [made.task, marker, owner, made.ticket, made.customer, made.location, made.cause])
    const watched = JSON.stringify({ kind: 'event', on: 'interaction', where: { combinator: 'and', rules: [{ field: 'text', operator: 'contains', value: marker }] } })
    await put(`insert into alert_rule (org_id, id, name, definition, delivery, created_by) values ($1, $2, $3, $4, '{"recipients": [{"to": "role", "role": "manager"}], "roads": ["app"], "destinationIds": [], "urgent": false, "when": "at-once", "groupMinutes": 0, "escalation": [], "calendarId": null, "task": null}', $5)`, [made.alertRule, marker, watched, owner])
    await put(`insert into alert (org_id, id, rule_id, rule_version, key, first_at, last_at, why, ticket_id, customer_id, interaction_id, note) values ($1, $2, $3, 1, $4, now(), now(), jsonb_build_object('code', 'event', 'on', 'interaction'), $5, $6, $7, $4)`, [made.alert, made.alertRule, marker, made.ticket, made.customer, made.interaction])
    await put(`insert into alert_destination (org_id, id, name, kind, url, host) values ($1, $2, $3, 'slack', 'v1.sealed', $3 || '.example')`, [made.alertDestination, marker])
    await put(`insert into alert_delivery (org_id, id, alert_id, staff_id, road, because, state, send_after, detail) values ($1, $2, $3, $4, 'app', jsonb_build_object('code', 'staff', 'name', $5::text), 'sent', now(), $5)`, [newId(), made.alert, owner, marker])
    await put(`insert into alert_back_test (org_id, id, asked_by, definition, months, state, until, detail) values ($1, $2, $3, $4, 1, 'failed', now(), $5)`, [made.alertBackTest, owner, watched, marker])
    const reported = JSON.stringify({ title: marker, blocks: [{ id: 't', kind: 'text', text: marker }], period: 'last-week', compare: 'none', personal: 'nobody' })
    await put(`insert into report (org_id, id, name, owner_id, definition, recipients, formats, comment) values ($1, $2, $3, $4, $5, jsonb_build_array(jsonb_build_object('to', 'staff', 'staffId', $4::uuid)), '{mail}', $3)`, [made.report, marker, owner, reported])
    await put(`insert into report_run (org_id, id, report_id, key, trigger, definition, formats, comment, period_from, period_to, state) values ($1, $2, $3, $4, 'clock', $5, '{mail}', $4, now() - interval '1 week', now(), 'stopped')`, [made.reportRun, made.report, marker, reported])
    await put(`insert into report_sending (org_id, id, run_id, report_id, address, name, language, zone, because, state, files, message_key, due_at, send_after, detail) values ($1, $2, $3, $4, $5 || '@outside.example', $5, 'pl', 'Europe/Warsaw', '{"code": "address"}', 'stopped', jsonb_build_array(jsonb_build_object('format', 'pdf', 'name', $5 || '.pdf', 'size', $6::integer, 'sha256', $7::text)), 'report.' || $2::uuid, now(), now(), $5)`,
      [made.reportSending, made.reportRun, made.report, marker, file.size, file.sha256])
    await put(`insert into recovery (org_id, id, answer_id, customer_id, ticket_id, location_id, survey_id, owner_id, because, opened_at, cause_id, remedy) values ($1, $2, $3, $4, $5, $6, $7, $8, '{"code": "staff"}', now(), $9, $10)`, [made.recovery, made.answer, made.customer, made.ticket, made.location, made.survey, owner, made.cause, marker])
    await put(`insert into study_set (org_id, id, name, note, created_by) values ($1, $2, $3, $3, $4)`, [made.studySet, marker, owner])
    await put(`insert into study_item (org_id, id, set_id, kind, subject_id, note, added_by) values ($1, $2, $3, 'recovery', $4, $5, $6)`, [made.studyItem, made.studySet, made.recovery, marker, owner])
    await put(`update org set name = $2 where id = $1`, [marker])
  })
  const token = await kontuar.tokenOf('administrator', org)
  const invitation = (await kontuar.ask('POST', '/invitations', { email: `${marker}@invited.example`, role: 'agent' }, token)).body.id
  const apiToken = (await kontuar.ask('POST', '/tokens', { name: marker }, token)).body.id
  const browser = new TestBrowser(kontuar.app)
  await browser.signIn(org.staff.administrator.email)
  const session = (await browser.ask('GET', '/sessions')).body.items[0].id
  return { ...made, invitation, token: apiToken, session }
}
