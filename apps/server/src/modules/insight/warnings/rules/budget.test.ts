// Guards the two promises of the page, on the very checks: years without any change bring as many warnings as people said they bear (±30 %),
// and what is planted is found within the promised days, nine times in ten. bench/warnings-simulation.ts does the same at length.
import { describe, expect, test } from 'vitest'
import { organizations, planted, simulate, watchAll } from './simulated.fixture.ts'

const learned = 245

describe('years without change', () => {
  const came: Record<string, number> = {}
  // Years are chosen so that chance alone moves the figure by a tenth or less.
  test.each([['salon', 12], ['shop whose days differ', 7], ['telecom', 4]] as const)('%s keeps to the budget', (name, years) => {
    const falseAlarmsPerMonth = 2
    const { said } = watchAll(simulate(organizations[name], learned + Math.round(years * 365), 3), { falseAlarmsPerMonth, from: learned })
    came[name] = said.filter((one) => one.said === 'found').length / (years * 12 * falseAlarmsPerMonth)
    expect(came[name]).toBeGreaterThan(0.7)
    expect(came[name]).toBeLessThan(1.3)
  }, 120_000)

  test('a chain of forty does too, though eight hundred checks look at it', () => {
    const falseAlarmsPerMonth = 8
    const sim = simulate(organizations['chain of forty'], learned + 270, 4)
    expect(sim.tasks.days.length + sim.tasks.hours.length + sim.tasks.answers.length).toBeGreaterThan(350)
    const { said } = watchAll(sim, { falseAlarmsPerMonth, from: learned })
    const ratio = said.filter((one) => one.said === 'found').length / (270 / 30.44 * falseAlarmsPerMonth)
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.3)
  }, 120_000)
})

describe('what is planted is found within the promise', () => {
  test.each([
    ['telecom', 'nps-down', 6], ['telecom', 'complaints-doubled', 6], ['telecom', 'silence', 3], ['telecom', 'log-missing', 4],
    ['shop whose days differ', 'complaints-doubled', 24], ['shop whose days differ', 'silence', 2], ['shop whose days differ', 'log-missing', 4], ['salon', 'silence', 4],
  ] as const)('%s, %s, which is promised within %d days', (name, change, atMost) => {
    const tries = planted(organizations[name], change, { falseAlarmsPerMonth: 2, tries: 14, seed: 40 })
    expect(tries.promised).not.toBeNull()
    expect(tries.promised).toBeLessThanOrEqual(atMost)
    // Nine in ten, less what chance does to fourteen tries.
    expect(tries.within / tries.tries).toBeGreaterThanOrEqual(0.75)
  }, 120_000)

  test('and where too little comes nothing is promised', () => {
    expect(planted(organizations.salon, 'complaints-doubled', { falseAlarmsPerMonth: 2, tries: 1, seed: 1 }).promised).toBeNull()
    expect(planted(organizations.salon, 'abandoned-doubled', { falseAlarmsPerMonth: 2, tries: 1, seed: 1 }).promised).toBeNull()
  })
})
