// When it is time to ask. Each answers a function that stops waiting.
import { watchScroll } from './rules/leaving.ts'
import type { WebsiteSurvey } from './website-survey.ts'

/** Nobody leaves in the first moments; they have not arrived yet. */
const settleMs = 3_000

export function waitFor(survey: Pick<WebsiteSurvey, 'trigger' | 'seconds' | 'scrollShare'>, fire: () => void): () => void {
  const stop = new AbortController()
  const on = { signal: stop.signal, passive: true }
  const root = document.documentElement
  if (survey.trigger === 'exit') {
    const begun = performance.now()
    const settled = () => performance.now() - begun > settleMs
    root.addEventListener('mouseleave', (event) => { if (event.clientY <= 0 && settled()) fire() }, on)
    if (matchMedia('(pointer: coarse)').matches) {
      const leaves = watchScroll()
      addEventListener('scroll', () => { if (leaves(scrollY, root.scrollHeight - innerHeight, performance.now()) && settled()) fire() }, on)
    }
  } else if (survey.trigger === 'scroll') {
    const look = () => { if (scrollY + innerHeight >= survey.scrollShare * root.scrollHeight && (scrollY > 0 || survey.scrollShare === 0)) fire() }
    addEventListener('scroll', look, on)
    look()
  } else {
    // Seconds that the page was really before somebody's eyes.
    let left = survey.trigger === 'now' ? 0 : survey.seconds
    const timer = setInterval(() => { if (document.visibilityState === 'visible' && left-- <= 0) fire() }, 1000)
    stop.signal.addEventListener('abort', () => clearInterval(timer))
    if (left === 0 && document.visibilityState === 'visible') fire()
  }
  return () => stop.abort()
}
