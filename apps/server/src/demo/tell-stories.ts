// A company's stories, told for as many tickets as it has, each with another person and time. The choice is drawn from a fixed seed: two
// installations show the same, so screens can be compared.
import { foldText } from '@kontuar/conditions'
import { newId } from '../platform/id.ts'
import type { BuiltDesk } from './build-desk.ts'
import type { DemoCompany, Line, Story } from './company.ts'
import { toldDays } from './days.ts'
import type { PastStep, PastTicket } from './past/past-ticket.ts'
import { languageOf } from './people.ts'
import { seeded } from './seeded.ts'

const day = 86_400_000
const hour = 3_600_000
const mostOpen = 2

const settlement: Record<Story['language'], string> = {
  pl: 'Dzień dobry,\n\nsprawa jest załatwiona. Gdyby coś było jeszcze niejasne, proszę odpisać na tę wiadomość.',
  ru: 'Добрый день!\n\nВопрос решён. Если что-то осталось неясным, просто ответьте на это письмо.',
  en: 'Hello,\n\nthis is settled now. Just reply to this message if anything is still unclear.',
}
const settled = (story: Story): Story => ({
  ...story, ends: 'closed', lines: story.lines.at(-1)!.from === 'staff' ? story.lines : [...story.lines, { from: 'staff', text: settlement[story.language], after: 3 }],
})

/** @param now epoch milliseconds */
export function tellStories(company: DemoCompany, desk: BuiltDesk, now: number): PastTicket[] {
  const random = seeded(company.name.length * 7919)
  const staff = [company.admin, ...company.staff].map((person) => person.email).filter((email) => company.desk.teams.some((team) => team.queues.length > 0 && team.members.includes(email)))
  const timesTold = new Map<Story, number>()
  const told = Array.from({ length: company.tickets }, (_, i) => {
    const drawn = company.stories[Math.floor(random() * company.stories.length)]!
    timesTold.set(drawn, (timesTold.get(drawn) ?? 0) + 1)
    // A few of each are still open; the same matter earlier has long been settled.
    const story = timesTold.get(drawn)! <= mostOpen || drawn.ends === 'closed' ? drawn : settled(drawn)
    const people = company.people.filter((p) => languageOf(p) === story.language)
    // The matters still open are young; closed ones lie over the whole half-year.
    const age = story.ends === 'closed' ? 3 + random() * (toldDays - 4) : story.ends === 'new' ? random() * 0.8 : 1.5 + random() * 4
    return { story, from: people[(i * 5 + Math.floor(random() * 3)) % people.length]!, begins: workTime(now - age * day, now, random), keeper: staff[Math.floor(random() * staff.length)]! }
  }).sort((a, b) => a.begins - b.begins)
  return told.map(({ story, from, begins, keeper }, n): PastTicket => {
    const queue = placeOf(story, company)
    const serving = company.desk.teams.filter((team) => team.queues.includes(queue)).flatMap((team) => team.members)
    return {
      id: newId(), customer: { ...from, language: story.language }, subject: story.subject, language: story.language, channel: 'email', mailbox: story.mailbox ?? 0, queue, location: n % 3 === 0 || company.desk.locations.length === 1 ? n % company.desk.locations.length : null,
      priority: /uczulenie|Brak internetu/i.test(story.subject) && story.ends !== 'closed' ? 'urgent' : /reklamacja/i.test(story.subject) ? 'high' : 'normal', tagIds: desk.tagsOf(story.subject),
      steps: stepsOf(story, begins, serving[n % Math.max(1, serving.length)] ?? keeper, company.desk.reasons.find(([pattern]) => pattern.test(story.subject))?.[1], now),
    }
  })
}

/** As the desk's rules place it (build-desk.ts): by its subject, else where its mailbox leads. */
function placeOf({ subject, mailbox }: Story, { desk }: DemoCompany): string {
  const folded = foldText(subject)
  return desk.rules.find((rule) => rule.words.some((word) => folded.includes(foldText(word))))?.queue ?? desk.mailboxQueues[mailbox ?? 0] ?? 'after-sales'
}

function stepsOf(story: Story, begins: number, keeper: string, reason: string | undefined, now: number): PastStep[] {
  const steps: PastStep[] = []
  let at = begins
  for (const [i, line] of story.lines.entries()) {
    at = Math.min(at + line.after * hour, now - 60_000 + i)
    const isLast = story.lines.slice(i + 1).every((l) => l.from === 'note')
    steps.push(stepOf(line, Math.round(at), keeper, { ...(reason === undefined ? {} : { reason }), ...(isLast && story.ends === 'new' ? {} : { status: isLast && story.ends !== 'new' ? story.ends : 'waiting' }) }))
  }
  // The customer had the last word, a thank-you: somebody closed the ticket an hour later.
  if (story.ends === 'closed' && story.lines.findLast((l) => l.from !== 'note')!.from !== 'staff') steps.push({ does: 'changes', at: Math.round(Math.min(at + hour, now - 30_000)), staff: keeper, becomes: { status: 'closed' } })
  return steps
}

function stepOf(line: Line, at: number, staff: string, becomes: Extract<PastStep, { does: 'answers' }>['becomes']): PastStep {
  switch (line.from) {
    case 'customer': return { does: 'writes', at, channel: 'email', text: line.text }
    case 'staff': return { does: 'answers', at, channel: 'email', staff, text: line.text, becomes }
    case 'note': return { does: 'notes', at, staff, text: line.text }
    case 'call': return { does: 'records', at, toldAt: at, kind: 'call', channel: 'phone', direction: 'out', by: staff, staff, said: { request: line.text }, becomes: {} }
  }
}

/** Within 7:00 and 21:00 UTC, when people write. */
function workTime(at: number, now: number, random: () => number): number {
  const date = new Date(at)
  if (date.getUTCHours() >= 6 && date.getUTCHours() < 20) return at
  const moved = date.setUTCHours(7 + Math.floor(random() * 12), Math.floor(random() * 60))
  return moved > now ? at - day / 3 : moved
}
