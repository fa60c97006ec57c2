// Changing the organization's own words, places and people's access, with the refusals a person meets most.
import * as routes from '@kontuar/contracts'
import type { Ability, Access, CannedAnswer } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { ago } from './people.ts'

interface Named { name: string; retired: boolean }
const refuseTaken = (name: string | undefined, others: readonly Named[]) => {
  if (others.some((other) => !other.retired && other.name.toLowerCase() === name?.trim().toLowerCase())) throw new Refusal('conflict', 'This name is taken.', { name: 'is taken' })
}
const found = <T>(item: T | undefined): T => {
  if (item === undefined) throw new Refusal('not-found', 'There is no such thing.')
  return item
}
const nextId = (letter: string, list: readonly unknown[]) => `${letter}${list.length + 100}`
const last = (list: readonly { position: number }[]) => Math.max(0, ...list.map(({ position }) => position)) + 1

export function answerDeskSettings(on: ReturnType<typeof createAnswer>, scenario: Scenario, desk: Desk): void {
  on(routes.createStatus, ({ body }) => {
    refuseTaken(body.name, desk.statuses)
    const made = { key: nextId('status-', desk.statuses), readyMade: null, colour: 'grey' as const, next: null, onCustomerMessage: null, retired: false, position: last(desk.statuses), isDefault: false, ...body, requires: { reason: false, result: false, ...body.requires } }
    desk.statuses.push(made)
    return made
  })
  on(routes.changeStatus, ({ params, body }) => {
    const status = found(desk.statuses.find(({ key }) => key === params.id))
    refuseTaken(body.name, desk.statuses.filter((other) => other !== status))
    if (body.retired && status.isDefault) throw new Refusal('cannot-do', 'This is the default of its category.', { retired: 'is the default' })
    if (body.isDefault) for (const other of desk.statuses) if (other.category === status.category) other.isDefault = false
    Object.assign(status, body, { requires: { ...status.requires, ...body.requires } }, body.name === undefined ? {} : { readyMade: null })
    desk.statuses.sort((one, other) => one.position - other.position)
    return status
  })

  on(routes.createReason, ({ body }) => {
    const parent = body.parentId ? found(desk.reasons.find(({ id }) => id === body.parentId)) : null
    refuseTaken(body.name, desk.reasons.filter(({ parentId }) => parentId === (parent?.id ?? null)))
    const id = nextId('r', desk.reasons)
    const made = { id, parentId: parent?.id ?? null, name: body.name, readyMade: null, path: [...(parent?.path ?? []), id], position: last(desk.reasons), retired: false, mergedIntoId: null }
    desk.reasons.push(made)
    return made
  })
  const within = (id: string) => desk.reasons.filter(({ path }) => path.includes(id))
  const move = (id: string, parentId: string | null) => {
    const parent = desk.reasons.find((each) => each.id === parentId)
    for (const each of within(id)) each.path = [...(parent?.path ?? []), ...each.path.slice(each.path.indexOf(id))]
    found(desk.reasons.find((each) => each.id === id)).parentId = parentId
  }
  on(routes.changeReason, ({ params, body }) => {
    const reason = found(desk.reasons.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.reasons.filter((other) => other !== reason && other.parentId === reason.parentId))
    if (body.retired && desk.reasons.some(({ parentId, retired }) => parentId === reason.id && !retired)) throw new Refusal('cannot-do', 'Below it stand reasons in use.', { retired: 'has 2 below it in use' })
    const { parentId, ...rest } = body
    Object.assign(reason, rest, body.name === undefined ? {} : { readyMade: null })
    if (parentId !== undefined) move(reason.id, parentId)
    desk.reasons.sort((one, other) => one.position - other.position)
    return reason
  })
  on(routes.mergeReason, ({ params, body }) => {
    const reason = found(desk.reasons.find(({ id }) => id === params.id))
    for (const child of desk.reasons.filter(({ parentId }) => parentId === reason.id)) move(child.id, body.intoId)
    return Object.assign(reason, { retired: true, mergedIntoId: body.intoId })
  })

  on(routes.changeTag, ({ params, body }) => {
    const tag = found(desk.tags.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.tags.filter((other) => other !== tag))
    return Object.assign(tag, body)
  })
  on(routes.createCustomField, ({ body }) => {
    refuseTaken(body.name, desk.customFields.filter(({ subject }) => subject === body.subject))
    const made = { id: nextId('f', desk.customFields), help: '', options: [], required: {}, retired: false, position: last(desk.customFields), ...body }
    desk.customFields.push(made)
    return made
  })
  on(routes.changeCustomField, ({ params, body }) => {
    const field = found(desk.customFields.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.customFields.filter((other) => other !== field && other.subject === field.subject))
    Object.assign(field, body)
    desk.customFields.sort((one, other) => one.position - other.position)
    return field
  })

  on(routes.createCannedAnswer, ({ body }) => {
    const made: CannedAnswer = { id: nextId('a', desk.cannedAnswers), shortcut: null, queueId: null, sharing: 'private', ...body, ownerId: body.sharing === 'shared' ? null : 's1', updatedAt: ago(0) }
    desk.cannedAnswers.push(made)
    return made
  })
  on(routes.changeCannedAnswer, ({ params, body }) => Object.assign(found(desk.cannedAnswers.find(({ id }) => id === params.id)), body, { updatedAt: ago(0) }))
  on(routes.deleteCannedAnswer, ({ params }) => {
    desk.cannedAnswers.splice(desk.cannedAnswers.indexOf(found(desk.cannedAnswers.find(({ id }) => id === params.id))), 1)
    return { ok: true as const }
  })

  on(routes.createLocation, ({ body }) => {
    refuseTaken(body.name, desk.locations)
    const made = { id: nextId('l', desk.locations), address: '', timeZone: null, managerId: null, regionId: null, retired: false, ...body }
    desk.locations.push(made)
    return made
  })
  on(routes.changeLocation, ({ params, body }) => {
    const location = found(desk.locations.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.locations.filter((other) => other !== location))
    if (body.retired && location.id === 'l1') throw new Refusal('cannot-do', 'New tickets still come here.', { retired: 'it is still used' })
    return Object.assign(location, body)
  })
  const setLocations = (region: string, ids: readonly string[] | undefined) => {
    if (ids) for (const location of desk.locations) if (ids.includes(location.id)) location.regionId = region; else if (location.regionId === region) location.regionId = null
  }
  on(routes.createRegion, ({ body }) => {
    refuseTaken(body.name, desk.regions)
    const made = { id: nextId('e', desk.regions), managerId: null, locationIds: [], retired: false, ...body }
    desk.regions.push(made)
    setLocations(made.id, body.locationIds)
    return made
  })
  on(routes.changeRegion, ({ params, body }) => {
    const region = found(desk.regions.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.regions.filter((other) => other !== region))
    setLocations(region.id, body.locationIds)
    return Object.assign(region, body)
  })
  on(routes.createCause, ({ body }) => {
    refuseTaken(body.name, desk.causes)
    const made = { id: nextId('u', desk.causes), position: last(desk.causes), retired: false, ...body }
    desk.causes.push(made)
    return made
  })
  on(routes.changeCause, ({ params, body }) => {
    const cause = found(desk.causes.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.causes.filter((other) => other !== cause))
    return Object.assign(cause, body)
  })
  on(routes.createTeam, ({ body }) => {
    refuseTaken(body.name, desk.teams)
    const made = { id: nextId('w', desk.teams), managerId: null, locationId: null, memberIds: [], retired: false, ...body }
    desk.teams.push(made)
    return made
  })
  on(routes.changeTeam, ({ params, body }) => {
    const team = found(desk.teams.find(({ id }) => id === params.id))
    refuseTaken(body.name, desk.teams.filter((other) => other !== team))
    return Object.assign(team, body)
  })

  const access = new Map<string, Access>([['s3', { access: 'granted', queueIds: ['q4'], locationIds: ['l1', 'l2'] }]])
  on(routes.getAccess, ({ params }): Access => access.get(params.id) ?? { access: 'everything', queueIds: [], locationIds: [] })
  on(routes.setAccess, ({ params, body }) => {
    if (params.id === 's1' && body.access === 'granted') throw new Refusal('cannot-do', 'This is the last administrator who sees everything.', { access: 'somebody has to see everything' })
    access.set(params.id, body)
    return body
  })
  const abilities = new Map<string, Ability>([['s3', { skills: [{ kind: 'language', value: 'pl' }, { kind: 'language', value: 'ru' }, { kind: 'channel', value: 'email' }, { kind: 'product', value: 'g2' }], capacity: { total: 20, byChannel: { chat: 3, phone: 1 } }, shiftCalendarId: scenario.empty ? null : 'c1' }]])
  on(routes.getAbility, ({ params }): Ability => abilities.get(params.id) ?? { skills: [], capacity: { total: null, byChannel: {} }, shiftCalendarId: null })
  on(routes.setAbility, ({ params, body }) => {
    abilities.set(params.id, body)
    return body
  })
}
