/*
 * Two months of nights and lunches are hundreds of steps, which nobody reads. People ask about the beginning, the
 * end, and the days that were not as usual: those stay, and what lies between becomes stretches.
 */
import type { Step } from '../calendar.ts'

const readable = 14
const ends = 4
const most = 40

export function shortenSteps(steps: Step[]): Step[] {
  if (steps.length <= readable) return steps
  const middle: Step[] = []
  let usual: Step[] = []
  const flush = () => {
    middle.push(...usual.length > 2 ? [join(usual)] : usual)
    usual = []
  }
  for (const step of steps.slice(ends, -ends)) {
    if (step.kind === 'open' || step.kind === 'closed') {
      usual.push(step)
      continue
    }
    flush()
    middle.push(step)
  }
  flush()
  const short = [...steps.slice(0, ends), ...middle, ...steps.slice(-ends)]
  return short.length <= most ? short : [...short.slice(0, most / 2), join(short.slice(most / 2, -most / 2)), ...short.slice(-most / 2)]
}

function join(steps: Step[]): Step {
  const whole: Required<Omit<Step, 'on' | 'name'>> = { kind: 'stretch', fromAt: steps[0]!.fromAt, toAt: steps.at(-1)!.toAt, countedMs: 0, shifts: 0, holidays: 0, exceptions: 0 }
  for (const step of steps) {
    whole.countedMs += step.countedMs
    whole.shifts += step.shifts ?? (step.kind === 'open' ? 1 : 0)
    whole.holidays += step.holidays ?? (step.kind === 'holiday' ? 1 : 0)
    whole.exceptions += step.exceptions ?? (step.kind === 'exception' ? 1 : 0)
  }
  return whole
}
