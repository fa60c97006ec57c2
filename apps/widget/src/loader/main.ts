/*
 * <script src="https://…/loader.js" data-survey="…" async></script>
 *
 * One loader, several features: each attribute `data-<feature>` of the tag starts one. The page gets one name, `kontuar`: a function that
 * takes `kontuar('open', 'survey')` and `kontuar('close')`. Who wants to call it before it is loaded queues as usual:
 *   window.kontuar ??= (...call) => (kontuar.queue ??= []).push(call)
 */
import type { Feature } from './feature.ts'
import { fitFrames } from './frames.ts'
import { surveyFeature } from './survey.ts'

const features: Readonly<Record<string, (host: string, value: string) => Feature>> = { survey: surveyFeature }

type Call = [command?: unknown, feature?: unknown]
interface Kontuar { (...call: Call): void; queue?: Call[]; start?(script: HTMLScriptElement): void }

const place = window as unknown as { kontuar?: Kontuar }
const script = document.currentScript as HTMLScriptElement | null

// A second tag on the same page joins the first: the loader runs once.
if (script !== null) (place.kontuar?.start ?? begin(script))(script)

function begin(script: HTMLScriptElement): (script: HTMLScriptElement) => void {
  const host = new URL(script.src).origin
  const running = new Map<string, Feature>()
  const kontuar: Kontuar = (command, feature) => {
    if (command !== 'open' && command !== 'close') return
    for (const [name, each] of running) if (feature === undefined || feature === name) each[command]()
  }
  kontuar.start = ({ dataset }) => {
    for (const [name, make] of Object.entries(features)) {
      const value = dataset[name]
      if (value !== undefined && !running.has(name)) running.set(name, make(host, value))
    }
  }
  const waiting = place.kontuar?.queue ?? []
  place.kontuar = kontuar
  fitFrames(host)
  // What was asked for before is done once the features of this tag are there.
  queueMicrotask(() => { for (const call of waiting) kontuar(...call) })
  return kontuar.start
}
