// Routing: the desk. Where tickets wait, who serves them, by when, and what a person does next.
// Must never change a ticket but through the diary, and never decide without leaving the reason.
import type { Module } from '../../platform/module.ts'
import { accessRoutes } from './access/routes.ts'
import { assignWaiting, giveBackTickets } from './assignment/handlers.ts'
import { giveOutWaiting, lookRound } from './assignment/jobs.ts'
import { noteAssignment } from './assignment/note-assignment.ts'
import { assignmentRoutes } from './assignment/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { keepClocks, recountOnSettings } from './clocks/handlers.ts'
import { clockRoutes } from './clocks/routes.ts'
import { fireDueClocks, recountClocks, sweepClocks } from './clocks/jobs.ts'
import { tellColleagues } from './notices/tell-colleagues.ts'
import { placementRoutes } from './placement/routes.ts'
import { presenceRoutes } from './presence/routes.ts'
import { queueRoutes } from './queues/routes.ts'
import { tellQueuesOfTeam } from './queues/tell-queues-of-team.ts'
import { exportRoutes } from './export/routes.ts'
import { noteStay } from './stays/note-stay.ts'
import { stayRoutes } from './stays/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { tellDueTasksJobOf } from './tasks/tell-due-tasks.ts'
import { todayRoutes } from './today/routes.ts'
import { countViews, recountViews } from './views/counting/handlers.ts'
import { checkViewCounts, fillView } from './views/counting/jobs.ts'
import { viewRoutes } from './views/routes.ts'

export { businessClock } from './clocks/calendars/business-clock.ts'
export { customersWithOpenComplaint, decidedComplaints } from './clocks/legal/complaints-of.ts'
export { keepClocks } from './clocks/keep/keep-clocks.ts'
export { outsider, serversOf } from './queues/servers.ts'
export { queuesOfTeam, usersOfLocation } from './queues/used-by.ts'
export { rebuildStays } from './stays/rebuild-stays.ts'
export { changeTask } from './tasks/change-task.ts'
export { createTask, type TaskWish } from './tasks/create-task.ts'
export { getTask } from './tasks/list-tasks.ts'
export { readTicketStories, type TicketStories } from './stories/read-ticket-stories.ts'
export type { Facts } from './clocks/derive/types.ts'
export { factsAfter, factsAt, type StoryEntry, type TicketStory, type Turn } from './stories/story.ts'
export { placeTickets } from './placement/place-tickets.ts'
export { checkTicketConditions, matchTickets } from './views/match-tickets.ts'

export const routingModule: Module = {
  routes(implement, platform) {
    queueRoutes(implement, platform)
    clockRoutes(implement, platform)
    accessRoutes(implement, platform)
    placementRoutes(implement, platform)
    stayRoutes(implement, platform)
    viewRoutes(implement, platform)
    exportRoutes(implement, platform)
    presenceRoutes(implement, platform)
    assignmentRoutes(implement, platform)
    taskRoutes(implement, platform)
    todayRoutes(implement, platform)
    boardRoutes(implement, platform)
  },
  jobs: (platform) => [fillView(platform), checkViewCounts(platform), fireDueClocks(platform), sweepClocks(platform), recountClocks(platform), giveOutWaiting(platform), lookRound(platform), tellDueTasksJobOf(platform)],
  subscribers: (platform) => [
    tellQueuesOfTeam(platform),
    noteStay(platform),
    countViews(platform),
    recountViews(platform),
    keepClocks(platform),
    recountOnSettings(platform),
    assignWaiting(platform),
    giveBackTickets(platform),
    noteAssignment(platform),
    tellColleagues(platform),
  ],
}
