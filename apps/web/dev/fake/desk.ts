// The organization's own words, as every screen reads them.
import * as routes from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { furnished, type Desk } from './desk-data.ts'
import { answerDeskSettings } from './desk-settings.ts'
import { answerQueues } from './queues.ts'
import { answerTimes } from './times.ts'

export function answerDesk(on: ReturnType<typeof createAnswer>, scenario: Scenario): Desk {
  const desk = furnished(scenario)
  const all = <T>(items: T[]) => ({ items, next: null })
  on(routes.listStatuses, () => all(desk.statuses))
  on(routes.listQueues, () => all(desk.queues))
  on(routes.listReasons, () => all(desk.reasons))
  on(routes.listTags, () => all(desk.tags))
  on(routes.listCustomFields, () => all(desk.customFields))
  on(routes.listLocations, () => all(desk.locations))
  on(routes.listRegions, () => all(desk.regions.map((region) => ({ ...region, locationIds: desk.locations.filter(({ regionId }) => regionId === region.id).map(({ id }) => id) }))))
  on(routes.listCauses, () => all(desk.causes.toSorted((a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position)))
  on(routes.listTeams, () => all(desk.teams))
  on(routes.listLegalBases, () => all(desk.legalBases))
  on(routes.listCannedAnswers, () => all(desk.cannedAnswers))
  on(routes.createTag, ({ body }) => {
    if (desk.tags.some(({ name }) => name.toLowerCase() === body.name.toLowerCase())) throw new Refusal('conflict', 'There is a tag of this name.')
    const made = { id: `g${desk.tags.length + 1}`, name: body.name, colour: body.colour ?? ('grey' as const), retired: false }
    desk.tags.push(made)
    return made
  })
  answerDeskSettings(on, scenario, desk)
  answerQueues(on, scenario, desk)
  answerTimes(on, scenario, desk)
  return desk
}
