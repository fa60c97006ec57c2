// node bench/warnings-simulation.ts [years=20] [tries=60] [budget=2]: how many warnings years without any change bring beside what people said
// they bear, and how soon planted changes are found beside what the page promises. In memory, on the very checks the program runs
// (apps/server/src/modules/insight/warnings/rules). Some minutes; the figures stand in docs/performance.md.
import { organizations, planted, simulate, watchAll, type Change, type Organization } from '../apps/server/src/modules/insight/warnings/rules/simulated.fixture.ts'

const [years = 20, tries = 60, falseAlarmsPerMonth = 2, ...only] = [...process.argv.slice(2, 5).map(Number), ...process.argv.slice(5)] as [number?, number?, number?, ...string[]]
const learned = 245
const chosen = Object.entries<Organization>(organizations).filter(([name]) => only.length === 0 || only.some((part) => name.startsWith(part)))

console.log('| without any change | checks | years | borne | came | ratio |\n|---|---|---|---|---|---|')
for (const [name, org] of chosen) {
  // So that each takes about as long.
  const own = Math.max(1, Math.round(years / Math.max(1, org.places.length / 8)))
  let [came, checks] = [0, 0]
  const byKind = new Map<string, number>()
  // Lives of some years each: sums over decades would forget nothing else either.
  for (let left = own, seed = 100; left > 0; left -= 5, seed++) {
    const sim = simulate(org, learned + Math.min(5, left) * 365, seed)
    checks = sim.tasks.days.length + sim.tasks.hours.length + sim.tasks.answers.length
    for (const { said, about } of watchAll(sim, { falseAlarmsPerMonth, from: learned }).said) {
      if (said !== 'found') continue
      came++
      byKind.set(about.kind, (byKind.get(about.kind) ?? 0) + 1)
    }
  }
  const borne = own * 365 / 30.44 * falseAlarmsPerMonth
  console.log(`| ${name} | ${checks} | ${own} | ${borne.toFixed(0)} | ${came} | ${(came / borne).toFixed(2)} |`)
  console.error([...byKind].map(([kind, n]) => `${kind} ${n}`).join(', '))
}

console.log('\n| planted | in | promised within, days | kept | found at all | half of them within, days |\n|---|---|---|---|---|---|')
const changes: Change[] = ['nps-down', 'complaints-doubled', 'silence', 'log-missing', 'abandoned-doubled', 'answers-halved', 'reason-doubled']
for (const [name, org] of chosen) {
  for (const change of changes) {
    const result = planted(org, change, { falseAlarmsPerMonth, tries: Math.max(5, Math.round(tries / Math.max(1, org.places.length / 8))), seed: 900 })
    if (result.promised === null) console.log(`| ${change} | ${name} | cannot be detected | | | |`)
    else console.log(`| ${change} | ${name} | ${result.promised.toFixed(1)} | ${(100 * result.within / result.tries).toFixed(0)} % of ${result.tries} | ${result.delays.filter(Number.isFinite).length} | ${result.delays[Math.floor(result.delays.length / 2)]!.toFixed(1)} |`)
  }
}
