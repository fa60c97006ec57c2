/*
 * The kiosk: one question a screen, from the first touch to "thank you" and back to the beginning. Each touch is put away before the next
 * screen is shown, so that neither a reload nor an empty battery loses an answer.
 */
import { fillScreen, keepForOffline, stayAwake, stayHere } from './device.ts'
import { answer, back, nextQuestion, type Round } from './flow.ts'
import { watchIdle } from './idle.ts'
import { openQueue } from './queue.ts'
import { show, stillThere } from './screens.ts'
import { pauseAfter, send, type Post } from './sender.ts'
import type { AskedQuestion, BatchOutcome, KioskPageSettings } from './settings.ts'

const settings = JSON.parse(document.getElementById('kiosk')!.textContent!) as KioskPageSettings
const { questions } = settings
const queue = await openQueue()
const stateLine = document.getElementById('state')!
const stillLine = document.getElementById('still')!

let language = settings.language
let round: Round | null = null
/** Null: the first screen, thanks, or a notice. */
let question: AskedQuestion | null = null
let screen: HTMLElement
let revision = 0
let busy = false
let retired = false
let waiting = 0
let thanksTimer: ReturnType<typeof setTimeout> | undefined

const idle = watchIdle(settings.idleSeconds, (on) => { stillLine.textContent = on ? stillThere(language) : '' }, () => void beginAnew())

// ── from touch to touch ─────────────────────────────────────────────────────────────────────────

const newRound = (): Round => ({ key: newKey(), at: Date.now(), values: {}, shown: [] })
/** 128 bits. Not randomUUID, which a tablet that comes by plain http in the shop's own network does not have. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function attract(): void {
  clearTimeout(thanksTimer)
  idle.stop()
  round = null
  question = settings.closed ? null : onAttract()
  screen = show(language, retired ? 'retired' : 'attract', null, {})
  if (retired) showHeld()
}

/** The question that stands on the first screen already; null when it has a button to begin. */
const onAttract = (): AskedQuestion | null => (document.querySelector<HTMLTemplateElement>('template')!.content.querySelector('[data-screen=attract] form') ? (questions[0] ?? null) : null)

async function beginAnew(): Promise<void> {
  if (round !== null) await put(round, { finished: false, open: false })
  language = settings.language
  attract()
  wake()
}

function ask(next: AskedQuestion): void {
  question = next
  screen = show(language, 'question', next.id, round!.values)
  noteFilled()
  idle.touched()
}

async function submit(): Promise<void> {
  if (busy || question === null || settings.closed || retired) return
  const form = screen.querySelector('form')!
  const given = answer(questions, round ?? newRound(), question, new FormData(form))
  const [problem] = given.problems
  const onFirst = screen.dataset['screen'] === 'attract'
  // Enter on the first screen, with nothing chosen.
  if (onFirst && given.round.values[question.id] === undefined) return
  if (problem !== undefined) return tell(problem.code === 'required' ? '[data-error]' : '[data-wrong]')
  busy = true
  try {
    const next = nextQuestion(questions, given.round)
    await put(given.round, { finished: next === null, open: next !== null })
    round = given.round
    if (next !== null) return ask(next)
    round = null
    thank()
  } finally {
    busy = false
  }
}

function tell(line: string): void {
  for (const each of screen.querySelectorAll<HTMLElement>('[data-error],[data-wrong]')) each.hidden = !each.matches(line)
  screen.querySelector<HTMLElement>('input,textarea')?.focus()
}

function thank(): void {
  idle.stop()
  question = null
  screen = show(language, 'thanks', null, {})
  thanksTimer = setTimeout(() => {
    language = settings.language
    attract()
  }, Math.min(settings.idleSeconds, 8) * 1000)
  wake()
}

function goBack(): void {
  const { round: before, to } = back(round!)
  const previous = questions.find((q) => q.id === to)
  if (previous === undefined) return void beginAnew()
  round = before
  ask(previous)
}

/** @param how open: somebody may go on with it until the screen begins anew */
async function put(of: Round, how: { finished: boolean; open: boolean }): Promise<void> {
  if (Object.keys(of.values).length === 0) return
  revision += 1
  // Somewhat longer than the screen waits: another tab must not close what stands here.
  const openUntil = how.open ? Date.now() + (settings.idleSeconds + 15) * 1000 : 0
  await queue.put({ key: of.key, kiosk: settings.kiosk, survey: settings.survey, version: settings.version, language, values: of.values, at: of.at, finished: how.finished, openUntil, revision })
}

// ── what people do ──────────────────────────────────────────────────────────────────────────────

let pointedAt = 0
addEventListener('pointerdown', () => {
  pointedAt = performance.now()
  fillScreen()
  if (round !== null) idle.touched()
}, true)
addEventListener('keydown', () => { if (round !== null) idle.touched() }, true)

document.addEventListener('submit', (event) => {
  event.preventDefault()
  void submit()
})
document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement
  const chosen = target.closest<HTMLButtonElement>('[data-language]')?.dataset['language']
  if (chosen !== undefined) return speak(chosen)
  if (screen.dataset['screen'] === 'thanks') return attract()
  if (target.closest('[data-back]')) return goBack()
  if (target.closest('[data-begin]')) return begin()
  if (target.closest('[data-forget]')) return void forget(target)
  // By touch one choice is the answer; by keyboard the arrows wander over the points, and Enter answers.
  if (target instanceof HTMLInputElement && target.type === 'radio' && performance.now() - pointedAt < 1000 && isOneTouch(target)) submitSoon()
})
document.addEventListener('input', noteFilled)

let soon: ReturnType<typeof setTimeout> | undefined
/** The choice is seen before the screen changes; who touches twice, or changes their mind at once, has answered once. */
function submitSoon(): void {
  clearTimeout(soon)
  const on = screen
  soon = setTimeout(() => { if (screen === on) void submit() }, 180)
}

/** Of a matrix each row is one more; beside "other" a text is to be written. */
const isOneTouch = (field: HTMLInputElement): boolean => question !== null && question.type !== 'matrix' && !field.classList.contains('other')

function begin(): void {
  round = newRound()
  const first = nextQuestion(questions, round)
  if (first !== null) ask(first)
}

function speak(chosen: string): void {
  language = chosen
  if (round !== null && question !== null) {
    // What is typed on this screen goes along.
    const form = screen.querySelector('form')
    const typed = form === null ? round : answer(questions, round, question, new FormData(form)).round
    screen = show(language, 'question', question.id, typed.values)
    noteFilled()
    idle.touched()
  } else attract()
}

function noteFilled(): void {
  // Whoever chose without touching confirms with a button, or with Enter.
  const confirm = screen.querySelector<HTMLElement>('[data-confirm]')
  if (confirm !== null) confirm.hidden = performance.now() - pointedAt < 1000 || screen.querySelector(':checked') === null
  const next = screen.querySelector<HTMLButtonElement>('[data-next]')
  if (next === null) return
  const form = new FormData(screen.querySelector('form')!)
  const filled = [...form.values()].some((value) => value !== '')
  const skips = !filled && question?.required !== true
  next.textContent = skips ? next.dataset['skip']! : next.dataset['next']!
  next.classList.toggle('quiet', skips)
}

// ── the server ──────────────────────────────────────────────────────────────────────────────────

const post: Post = async (batch) => {
  const answer = await fetch(`${location.pathname}/answers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(batch), cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(30_000) })
  return answer.ok ? { outcome: (await answer.json()) as BatchOutcome } : { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')) || 0 }
}

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let running = false

/** Soon, unless the server is failing: then at its own pace. */
function wake(): void {
  void count()
  if (failures === 0) plan(0.5)
}

function plan(seconds: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void beat(), seconds * 1000)
}

async function beat(): Promise<void> {
  if (running) return
  running = true
  // Two tabs take turns where the browser can say so; where it cannot, what they send twice is known by its key.
  const sent = await (navigator.locks ? navigator.locks.request('kontuar-kiosk-send', () => send(queue, settings.kiosk, post, Date.now)) : send(queue, settings.kiosk, post, Date.now)).catch(() => null)
  running = false
  failures = sent === null || sent.state === 'offline' ? failures + 1 : 0
  if (sent !== null) {
    waiting = sent.waiting
    if ((sent.state === 'retired') !== retired && sent.state !== 'offline') {
      retired = sent.state === 'retired'
      if (round === null) attract()
    }
  }
  stateLine.textContent = failures > 0 && !retired ? settings.words[language]!.offline.replace('{n}', String(waiting)) : ''
  if (sent?.state === 'online') reloadFor(sent.page)
  plan(Math.max(sent?.retryAfter ?? 0, pauseAfter(failures, Math.random())))
}

addEventListener('online', () => {
  failures = 0
  plan(0.2)
})

/** The survey has changed: when nobody stands here, once for each change. */
function reloadFor(page: string | null): void {
  if (page === null || page === settings.page || round !== null || sessionStorage.getItem('page') === page) return
  sessionStorage.setItem('page', page)
  location.reload()
}

async function count(): Promise<void> {
  const held = await queue.all(settings.kiosk).catch(() => [])
  waiting = held.filter((each) => each.openUntil <= Date.now()).length
  if (failures > 0 && !retired) stateLine.textContent = settings.words[language]!.offline.replace('{n}', String(waiting))
}

function showHeld(): void {
  const words = settings.words[language]!
  screen.querySelector('[data-held]')!.textContent = waiting === 0 ? '' : words.held.replace('{n}', String(waiting))
  screen.querySelector<HTMLElement>('[data-forget]')!.hidden = waiting === 0
}

/** Only told twice, and only where nobody will ever take them. */
async function forget(button: HTMLElement): Promise<void> {
  const { forgetSure } = settings.words[language]!
  if (button.textContent !== forgetSure) return void (button.textContent = forgetSure)
  for (const held of await queue.all(settings.kiosk)) await queue.forget(held.key, held.revision)
  waiting = 0
  showHeld()
}

for (const held of await queue.all(settings.kiosk).catch(() => [])) if (held.refused !== undefined) {
  const { refused: _, ...again } = held
  await queue.put(again)
}
stayHere()
stayAwake()
attract()
void keepForOffline(settings.assets)
plan(0.1)
