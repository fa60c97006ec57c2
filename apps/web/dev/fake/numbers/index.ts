// Numbers of the invented server: the real catalogue and the real ready-made dashboards over invented facts.
import * as routes from '@kontuar/contracts'
import type { ConditionField, InsightSettings, MetricQuery, MetricRow, OwnMetricDefinition } from '@kontuar/contracts'
import { operatorsOfType } from '@kontuar/conditions'
import type { FastifyInstance } from 'fastify'
import type { Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import { measures } from '../../../../server/src/modules/insight/facts/measures.ts'
import { Refusal, type Scenario, type createAnswer } from '../answer.ts'
import { customFields, locations, queues, reasons } from '../desk-data.ts'
import { staff } from '../people.ts'
import { makeTickets } from '../ticket-data.ts'
import { paged, type Tell } from '../tickets.ts'
import { catalogue, infoOf } from './catalogue.ts'
import { answerDashboards } from './dashboards.ts'
import { inventedFacts, localDay, type InventedFact } from './facts.ts'
import { measureWords } from '../../../../server/src/modules/insight/catalogue/words/index.ts'
import { figureOf, isCounted, valueOfFact } from './figures.ts'
import { fieldsOfNumbers } from './narrowed.ts'
import { factsBehind, instantOf, resultOf } from './results.ts'
import { answerWarnings } from './warnings.ts'
import { nameOf, surveys, touchpoints } from './words.ts'

const own = (id: string, name: string, { form, numerator, denominator, direction, unit, shownFrom }: OwnMetricDefinition, definition: unknown): Metric => ({ name: `own-${id}`, family: 'own', unit, direction, shownFrom, interval: form === 'share' ? 'wilson' : form === 'mean' ? 'student' : form === 'count' ? 'poisson' : 'none', form: form === 'ratio' ? { form, of: numerator.of, among: denominator?.of ?? numerator.of, over: 'among' } : { form, of: numerator.of } as Metric['form'], ...(numerator.where && { where: numerator.where }), own: { id, name, definition: definition as OwnMetricDefinition } })

export function answerNumbers(on: ReturnType<typeof createAnswer>, scenario: Scenario, app: FastifyInstance, tell: Tell): void {
  const { locale } = scenario
  const facts: InventedFact[] = scenario.empty ? [] : [...inventedFacts()]
  const metrics = new Map(catalogue)
  const definition: OwnMetricDefinition = { form: 'count', numerator: { of: ['contact-in'], where: { combinator: 'and', rules: [{ field: 'hour', operator: '>=', value: 18 }] } }, direction: 'down', unit: 'count', shownFrom: 1, explanation: 'Kontakty po godzinie 18, gdy recepcja jest już zamknięta.' }
  if (!scenario.empty) metrics.set('own-w1', own('w1', 'Kontakty po 18.00', definition, definition))
  const metricCalled = (name: string): Metric => {
    const found = metrics.get(name)
    if (!found) throw new Refusal('not-found', `There is no metric “${name}”.`)
    return found
  }
  const around = { nameOf, facts }
  const parsed = (where: string | undefined) => (where ? (JSON.parse(where) as MetricQuery['where']) : null)

  on(routes.listMetrics, () => ({ items: [...metrics.values()].map((metric) => infoOf(metric, locale)), next: null }))
  on(routes.getMetric, ({ params, query }) => resultOf(metricCalled(params.name), { metric: params.name, ...query, where: parsed(query.where) ?? null } as MetricQuery, around))
  on(routes.readMetrics, ({ body }) => ({ results: body.queries.map((query) => {
    const metric = metrics.get(query.metric)
    return metric ? resultOf(metric, query, around) : { problem: { code: 'not-found', detail: `There is no metric “${query.metric}”: choose one of /metrics.` } }
  }) }))
  const tickets = makeTickets(60)
  on(routes.listMetricRows, ({ params, query }) => {
    const metric = metricCalled(params.name)
    const found = (scenario.empty ? [] : factsBehind(metric, { from: query.from, to: query.to, where: parsed(query.where) ?? null })).filter((fact) => query.counted === undefined || isCounted(metric, fact) === (String(query.counted) === 'true'))
    return paged(found.map((fact): MetricRow => {
      const ticket = fact.ticket === null ? undefined : tickets[fact.ticket]
      return {
        id: fact.id, kind: fact.kind, at: new Date(fact.at).toISOString(), counted: isCounted(metric, fact), value: valueOfFact(metric, fact), measures: { ...fact.measures }, ticket: ticket ? { id: ticket.id, number: ticket.number, subject: ticket.subject } : null,
        interactionId: ticket ? `${ticket.id}-${Number(fact.id.slice(1)) % 3}` : null, answerId: fact.kind === 'answer' ? 'a1' : null, customer: ticket ? { id: ticket.customerId, name: ticket.customer.name } : null, staffName: staff.find(({ id }) => id === fact.of.staff)?.name ?? null,
        queueName: queues.find(({ id }) => id === fact.of.queue)?.name ?? null, locationName: locations.find(({ id }) => id === fact.of.location)?.name ?? null, reasonName: reasons.find(({ id }) => id === fact.of.reason)?.name ?? null, channel: fact.of.channel ?? null, excerpt: ticket?.preview || null,
      }
    }), query)
  })
  on(routes.listMetricFields, () => ({ items: [...fieldsOfNumbers.values()].map(({ name, type, operators }): ConditionField => {
    const field = name.startsWith('field:') ? customFields.find(({ id }) => id === name.slice(6)) : undefined
    const lists: Record<string, string> = { channel: 'channels', queue: 'queues', location: 'locations', team: 'teams', reason: 'reasons', staff: 'staff', language: 'languages', survey: 'surveys', touchpoint: 'touchpoints' }
    const options = name === 'survey' ? surveys : name === 'touchpoint' ? touchpoints : field ? field.options.map(({ id, name: label, parentId }) => ({ id, name: label, ...(parentId !== undefined && { parentId }) })) : []
    return { name, label: field?.name ?? name, custom: field !== undefined, type, operators: [...(operators ?? operatorsOfType[type])], choices: field ? 'options' : (lists[name] ?? null), options }
  }), next: null }))
  on(routes.listMeasures, () => ({ items: Object.entries(measures).map(([name, { kind, values }]) => ({ name, kind, values, label: measureWords[locale][name as keyof typeof measures], dimensions: infoOf({ ...catalogue.get('contacts-in')!, form: { form: 'count', of: [name] } }, locale).dimensions })), next: null }))
  on(routes.createOwnMetric, ({ body }) => {
    const id = `w${metrics.size}`
    metrics.set(`own-${id}`, own(id, body.name, body.definition, body.definition))
    return { id, name: body.name, definition: body.definition, retired: false }
  })
  on(routes.changeOwnMetric, ({ params, body }) => {
    const before = metricCalled(`own-${params.id}`)
    const next = { name: body.name ?? before.own!.name, definition: body.definition ?? (before.own!.definition as OwnMetricDefinition) }
    metrics.set(`own-${params.id}`, own(params.id, next.name, next.definition, next.definition))
    if (body.retired) metrics.delete(`own-${params.id}`)
    return { id: params.id, ...next, retired: body.retired ?? false }
  })
  on(routes.previewOwnMetric, ({ body: { definition: wanted, ...query } }) => resultOf(own('preview', '', wanted, wanted), { metric: 'own-preview', ...query }, around))
  let settings: InsightSettings = { answerWithinSeconds: 20, answerWithinByQueue: { q3: 60 }, shortAbandonSeconds: 5, repeatWindowDays: 7, complaintWindowDays: 90 }
  on(routes.getInsightSettings, () => settings)
  on(routes.changeInsightSettings, ({ body }) => (settings = body))
  on(routes.recountFacts, () => ({ ok: true as const }))
  answerDashboards(on, scenario)
  on(routes.getEffect, ({ params, query }) => {
    const metric = metricCalled(params.name)
    const at = instantOf(query.at)
    const days = Number(query.days ?? 28)
    const over = Date.now() - at >= days * 86_400_000
    const part = (of: readonly InventedFact[], from: number, to: number) => figureOf(metric, of.filter((fact) => fact.at >= from && fact.at < to))
    const of = (fact: InventedFact) => (query.locationId ? query.locationId.split(',').includes(fact.of.location ?? '') : query.queueId ? query.queueId.split(',').includes(fact.of.queue ?? '') : true)
    const span = days * 86_400_000
    const [mine, others] = [facts.filter(of), facts.filter((fact) => !of(fact))]
    const changed = { before: part(mine, at - span, at), after: part(mine, at, at + span) }
    const rest = others.length === 0 ? null : { before: part(others, at - span, at), after: part(others, at, at + span) }
    const effect = changed.after.value === null || changed.before.value === null ? null : changed.after.value - changed.before.value - (rest ? (rest.after.value ?? 0) - (rest.before.value ?? 0) : 0)
    const relative = metric.unit === 'count'
    const told = effect === null ? null : relative ? effect / Math.max(1, changed.before.value ?? 1) : effect
    const off = told === null ? 0 : metric.unit === 'share' || relative ? 0.06 : Math.abs(told) * 0.4
    const known = over && told !== null && Math.abs(told) > off
    return { metric: metric.name, at: new Date(at).toISOString(), days, changed, others: rest, effect: over ? told : null, relative, interval: over && told !== null ? { low: told - off, high: told + off } : null, known, why: !over ? 'not-over' as const : changed.before.n === 0 ? 'nothing-before' as const : changed.after.n < 5 ? 'too-few' as const : known ? 'known' as const : 'includes-zero' as const, method: rest ? 'difference-in-differences' as const : 'before-and-after' as const }
  })
  const { raise } = answerWarnings(on, scenario, tell)
  // Only here: lets a person or a test have one more contact.
  app.post('/fake/fact', () => {
    const [first] = facts
    if (first) facts.unshift({ ...facts.find(({ measures: carried }) => carried['contact-in'] !== undefined)!, id: `x${facts.length}n`, at: Date.now(), day: localDay(Date.now()) })
    tell('insight.factsNoted', {})
    return { ok: true }
  })
  app.post('/fake/warning', () => {
    raise()
    return { ok: true }
  })
}
