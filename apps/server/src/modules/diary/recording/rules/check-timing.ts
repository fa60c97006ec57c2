// Times of a call or chat, as an exchange knows them: each in its order, none in the future, nobody who answered where nobody did.
import type { NewRecord, Timing } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'

/** Longer is a wrong date, and whoever counts time at work looks no further back. */
const longestMs = 7 * 86_400_000
/** A clock may run a little ahead. */
const aheadMs = 5 * 60_000

type Given = Pick<NewRecord, 'kind' | 'channel' | 'direction' | 'timing' | 'review'>
const instants = ['menuAt', 'offeredAt', 'answeredAt', 'abandonedAt', 'endedAt'] as const
type InstantName = (typeof instants)[number]

/** In which order they come; abandoned and answered exclude each other. */
const order: readonly (readonly [InstantName, InstantName, string])[] = [
  ['menuAt', 'offeredAt', 'The call waited for a person before it entered the menu'], ['menuAt', 'answeredAt', 'The call was answered before it entered the menu'], ['offeredAt', 'answeredAt', 'The contact was answered before it began to wait'],
  ['offeredAt', 'abandonedAt', 'The customer gave up before the contact began to wait'], ['menuAt', 'endedAt', 'The call ended before it entered the menu'], ['offeredAt', 'endedAt', 'The contact ended before it began to wait'], ['answeredAt', 'endedAt', 'The contact ended before it was answered'],
]

/** @throws Refusal `invalid-input` with one sentence for the first thing that cannot be */
export function checkTiming({ kind, channel, direction = 'in', timing }: Given, now: number): void {
  if (timing === undefined) return
  const wrong = (field: string, sentence: string, what: string): never => { throw new Refusal('invalid-input', sentence, { [field === '' ? 'timing' : `timing.${field}`]: what }) }
  if (kind !== 'call' && !(kind === 'message' && channel === 'chat')) wrong('', 'Only a call or a chat has times of its own: leave the timing out, or record it as kind "call" or as a message of channel "chat".', 'does not belong here')
  const at = (name: InstantName) => (timing[name] === undefined ? null : Date.parse(timing[name]))
  const known = instants.filter((name) => at(name) !== null)
  if (known.length === 0) throw new Refusal('invalid-input', 'The timing names no instant: say at least when the contact was answered, or when it began to wait.', { timing: 'is empty' })
  for (const name of known) {
    if (at(name)! > now + aheadMs) wrong(name, 'A time of the contact lies in the future: check the clock and the zone of the exchange.', 'lies in the future')
    if (at(name)! < 0) wrong(name, 'A time of the contact lies before 1970: check the year.', 'lies before 1970')
  }
  for (const [first, then, sentence] of order) if (at(first) !== null && at(then) !== null && at(first)! > at(then)!) wrong(then, `${sentence}: exchange ${first} and ${then}, or correct them.`, `lies before ${first}`)
  if (timing.abandonedAt !== undefined && timing.answeredAt !== undefined) wrong('abandonedAt', 'The contact cannot be both answered and given up: leave out answeredAt or abandonedAt.', 'excludes answeredAt')
  if (timing.abandonedAt !== undefined && timing.offeredAt === undefined) wrong('abandonedAt', 'Say since when the customer waited for a person (offeredAt). Of a call that was left in the voice menu say menuAt with menuOutcome "left".', 'needs offeredAt')
  if (timing.abandonedAt !== undefined && timing.endedAt !== undefined && at('endedAt')! < at('abandonedAt')!) wrong('endedAt', 'The contact ended before the customer gave up: correct endedAt or leave it out.', 'lies before abandonedAt')
  if (timing.menuOutcome !== undefined && timing.menuAt === undefined) wrong('menuOutcome', 'Say when the call entered the voice menu (menuAt), since you say what became of it there.', 'needs menuAt')
  if ((timing.menuOutcome === 'served' || timing.menuOutcome === 'left') && (timing.offeredAt !== undefined || timing.answeredAt !== undefined)) wrong('menuOutcome', 'A call that the menu served, or that was left in it, was offered to nobody: leave out offeredAt and answeredAt, or say menuOutcome "to-agent".', 'excludes offeredAt and answeredAt')
  if (direction === 'out' && (timing.menuAt !== undefined || timing.offeredAt !== undefined || timing.abandonedAt !== undefined)) wrong(known[0]!, 'A contact of ours to the customer waits for nobody of us: of it say only answeredAt, endedAt, holdSeconds and wrapUpSeconds.', 'does not belong to a contact of ours')
  checkLengths(timing, at, wrong)
}

function checkLengths(timing: Timing, at: (name: InstantName) => number | null, wrong: (field: string, sentence: string, what: string) => never): void {
  const { holdSeconds, wrapUpSeconds } = timing
  const answered = at('answeredAt')
  const ended = at('endedAt')
  if (holdSeconds !== undefined && (answered === null || ended === null)) wrong('holdSeconds', 'Time on hold belongs to a contact that was answered and has ended: say answeredAt and endedAt too.', 'needs answeredAt and endedAt')
  if (wrapUpSeconds !== undefined && (answered === null || ended === null)) wrong('wrapUpSeconds', 'Wrapping up belongs to a contact that was answered and has ended: say answeredAt and endedAt too.', 'needs answeredAt and endedAt')
  if (holdSeconds !== undefined && holdSeconds * 1000 > ended! - answered!) wrong('holdSeconds', 'The contact was longer on hold than it lasted: correct holdSeconds.', 'is longer than the talk')
  const known = instants.flatMap((name) => at(name) ?? [])
  if (Math.max(...known) + (wrapUpSeconds ?? 0) * 1000 - Math.min(...known) > longestMs) throw new Refusal('invalid-input', 'The contact lasted longer than a week: check the dates.', { timing: 'spans more than a week' })
}

/** @throws Refusal `invalid-input` */
export function checkReview({ kind, channel, review }: Given): void {
  if (review !== undefined && review.site.trim() === '') throw new Refusal('invalid-input', 'Say where the review stands: the site has no name.', { 'review.site': 'is empty' })
  if (review !== undefined && !(kind === 'message' && channel === 'review')) throw new Refusal('invalid-input', 'Stars belong to a public review: record it as kind "message" of channel "review", or leave the review out.', { review: 'does not belong here' })
}

/** As stored: instants in UTC, so that the same contact reads the same whatever zone its exchange writes. */
export const asStored = (timing: Timing): Timing => ({ ...timing, ...Object.fromEntries(instants.flatMap((name) => (timing[name] === undefined ? [] : [[name, new Date(timing[name]).toISOString()]]))) })

/** When it began, for a record that says no time of its own. */
export const beginningOf = (timing: Timing | undefined): string | undefined => timing?.menuAt ?? timing?.offeredAt ?? timing?.answeredAt ?? timing?.endedAt

/** Somebody of ours took it; without times nobody knows otherwise. */
export const wasTaken = (timing: Timing | undefined): boolean => timing === undefined || timing.answeredAt !== undefined

