// Changing queues and their rules.
import * as routes from '@kontuar/contracts'
import { checkConditions, operatorsOfType, type FieldShape } from '@kontuar/conditions'
import type { ConditionField, QueueRule } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { staff } from './people.ts'

const field = (name: string, type: ConditionField['type'], choices: string | null = null): ConditionField => ({ name, label: `fields.message.${name}`, custom: false, type, operators: [...operatorsOfType[type]], choices, options: name === 'mailClass' ? ['personal', 'auto-reply', 'bounce', 'list', 'loop'].map((id) => ({ id, name: `fields.mailClass.${id}` })) : [] })
const fields = [
  field('subject', 'text'), field('text', 'text'), field('fromAddress', 'text'), field('fromName', 'text'), field('channel', 'choice', 'channels'), field('mailboxId', 'choice', 'mailboxes'), field('language', 'choice', 'languages'),
  field('mailClass', 'choice', 'options'), field('attachmentCount', 'number'), field('customerTags', 'choices', 'customer-tags'), field('companyId', 'choice', 'companies'),
]
const rule = (id: string, name: string, position: number, queueId: string, rules: object[], more: Partial<QueueRule> = {}): QueueRule => ({ id, name, position, active: true, conditions: { combinator: 'or', rules }, queueId, locationId: null, priority: null, fault: null, ...more })
const someRules = (): QueueRule[] => [
  rule('e1', 'Reklamacje po słowach', 1, 'q3', [{ field: 'subject', operator: 'contains', value: 'reklamacja' }, { field: 'text', operator: 'contains', value: 'uczulenie' }], { priority: 'high' }),
  rule('e2', 'Faktury z hurtowni', 2, 'q5', [{ field: 'fromAddress', operator: 'endsWith', value: '@hurtownia.example' }, { combinator: 'and', rules: [{ field: 'subject', operator: 'contains', value: 'faktura' }, { field: 'attachmentCount', operator: '>=', value: 1 }] }]),
  rule('e3', 'Klienci z Mokotowa', 3, 'q2', [{ field: 'mailboxId', operator: 'in', value: ['m2'] }], { locationId: 'l2', active: false }),
  rule('e4', 'Stare pole', 4, 'q1', [{ field: 'campaign', operator: '=', value: 'lato' }], { fault: 'There is no field "campaign": choose another.' }),
]

export function answerQueues(on: ReturnType<typeof createAnswer>, scenario: Scenario, desk: Desk): void {
  const rules = scenario.empty ? [] : someRules()
  const registry = new Map(fields.map((each) => [each.name, each as unknown as FieldShape]))
  const check = (conditions: unknown) => {
    const problems = checkConditions(conditions, registry, { me: false })
    if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map(({ path, sentence }) => [['conditions', ...path].join('.'), sentence])))
  }
  const serving = (memberIds: readonly string[], teamIds: readonly string[]) => [...new Set([...memberIds, ...desk.teams.filter(({ id }) => teamIds.includes(id)).flatMap((team) => team.memberIds)])].filter((id) => staff.some((each) => each.id === id))
  const taken = (name: string | undefined, id: string | null) => {
    if (name !== undefined && desk.queues.some((queue) => queue.id !== id && !queue.retired && queue.name.toLowerCase() === name.toLowerCase())) throw new Refusal('conflict', `There is a queue "${name}" already: choose another name.`, { name: 'is taken' })
  }
  on(routes.createQueue, ({ body }) => {
    taken(body.name, null)
    const { memberIds = [], teamIds = [] } = body
    const made = { id: `q${desk.queues.length + 1}`, readyMade: null, position: desk.queues.length + 1, colour: 'grey' as const, defaultPriority: 'normal' as const, calendarId: null, slaPolicyId: null, orderOfWork: 'due' as const, assignment: { mode: 'hand' as const }, legalBasisCode: null, retired: false, ...body, isDefault: body.isDefault ?? false, memberIds, teamIds, serverIds: serving(memberIds, teamIds) }
    desk.queues.push(made)
    return made
  })
  on(routes.changeQueue, ({ params, body }) => {
    const queue = desk.queues.find(({ id }) => id === params.id)
    if (!queue) throw new Refusal('not-found', 'There is no such queue.')
    taken(body.name, queue.id)
    if (body.retired && queue.isDefault) throw new Refusal('cannot-do', `"${queue.name}" is the default queue, where tickets go that nothing else places: make another queue the default first.`, { retired: 'it is the default queue' })
    if (body.retired && queue.id === 'q3') throw new Refusal('cannot-do', `23 open tickets are still in "${queue.name}": close them or move them to another queue first.`, { retired: 'open tickets are in it' })
    if (body.retired && queue.id === 'q5') throw new Refusal('cannot-do', `New tickets still come to "${queue.name}" by the rule "Faktury z hurtowni": choose another queue there first.`, { retired: 'new tickets still come to it' })
    if (body.isDefault) for (const each of desk.queues) each.isDefault = false
    Object.assign(queue, body, body.name === undefined || body.name === queue.name ? {} : { readyMade: null })
    queue.serverIds = serving(queue.memberIds, queue.teamIds)
    desk.queues.sort((one, other) => one.position - other.position)
    return queue
  })

  const find = (id: string) => {
    const found = rules.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such rule.')
    return found
  }
  on(routes.listQueueRules, () => ({ items: rules.toSorted((one, other) => one.position - other.position), next: null }))
  on(routes.listQueueRuleFields, () => ({ items: fields, next: null }))
  on(routes.createQueueRule, ({ body }) => {
    check(body.conditions)
    const made = { id: `e${rules.length + 5}`, position: rules.length + 1, active: true, locationId: null, priority: null, fault: null, ...body }
    rules.push(made)
    return made
  })
  on(routes.changeQueueRule, ({ params, body }) => {
    if (body.conditions) check(body.conditions)
    return Object.assign(find(params.id), body, body.conditions ? { fault: null } : {})
  })
  on(routes.deleteQueueRule, ({ params }) => {
    rules.splice(rules.indexOf(find(params.id)), 1)
    return { ok: true as const }
  })
  on(routes.tryQueueRule, ({ body }) => {
    check(body.conditions)
    const examples = [{ id: 'k8', number: 1288, subject: 'Reklamacja koloryzacji' }, { id: 'k14', number: 1274, subject: 'Uczulenie po hennie' }, { id: 'k21', number: 1251, subject: 'Reklamacja: odpryski po dwóch dniach' }]
    return scenario.empty ? { tickets: 0, matched: 0, since: new Date(Date.now() - 30 * 86_400_000).toISOString(), examples: [] } : { tickets: 412, matched: 37, since: new Date(Date.now() - 30 * 86_400_000).toISOString(), examples }
  })
}
