// Guards the two promises of the page, on the very checks: years without any change bring as many warnings as people said they bear (±30 %),
// and what is planted is found within the promised days, nine times in ten. bench/warnings-simulation.ts does the same at length.
import { describe, expect, test } from 'vitest'
import { organizations, planted, simulate, watchAll } from './simulated.fixture.ts'

const learned = 245

describe('years without change', () => {
  // So many false alarms are borne in all that chance alone moves their number by a tenth; several lives, since a life has its own luck.
  test.each([['salon', 3, 4, 2], ['shop whose days differ', 3, 3, 2], ['telecom', 3, 1, 3], ['chain of forty', 1, 0.35, 20]] as const)('%s keeps to the budget (%d lives of %d years)', (name, lives, years, falseAlarmsPerMonth) => {
    const days = Math.round(years * 365)
    let came = 0
    for (let life = 0; life < lives; life++) {
      const { said } = watchAll(simulate(organizations[name], learned + days, 100 + life), { falseAlarmsPerMonth, from: learned })
      came += said.filter((one) => one.said === 'found').length
    }
    const borne = lives * days / 30.44 * falseAlarmsPerMonth
    expect(borne).toBeGreaterThan(80)
    expect(came / borne).toBeGreaterThan(0.7)
    expect(came / borne).toBeLessThan(1.3)
  }, 120_000)
})

describe('what is planted is found within the promise', () => {
  test.each([
    ['telecom', 'nps-down', 6, 8], ['telecom', 'complaints-doubled', 6, 8], ['telecom', 'silence', 3, 4],
    ['shop whose days differ', 'complaints-doubled', 24, 14], ['shop whose days differ', 'silence', 2, 14], ['shop whose days differ', 'log-missing', 4, 14], ['salon', 'silence', 4, 14],
  ] as const)('%s, %s, which is promised within %d days', (name, change, atMost, times) => {
    const { promised, within, tries } = planted(organizations[name], change, { falseAlarmsPerMonth: 2, tries: times, seed: 40 })
    expect(promised).not.toBeNull()
    expect(promised).toBeLessThanOrEqual(atMost)
    expect(tries).toBeGreaterThan(times / 2)
    // Nine in ten, less what chance does to so few tries.
    expect(within / tries).toBeGreaterThanOrEqual(0.75)
  }, 120_000)

  test('and where too little comes nothing is promised', () => {
    expect(planted(organizations.salon, 'complaints-doubled', { falseAlarmsPerMonth: 2, tries: 1, seed: 1 }).promised).toBeNull()
    expect(planted(organizations.salon, 'abandoned-doubled', { falseAlarmsPerMonth: 2, tries: 1, seed: 1 }).promised).toBeNull()
  })
})
