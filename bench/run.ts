// npm run bench [-- intake lists views today assignment live footprint]: each figure beside a reference measured in the same run.
import { benchAlertRules } from './alert-rules.ts'
import { benchAlerts } from './alerts.ts'
import { benchAnswering } from './answering.ts'
import { benchAsking } from './asking.ts'
import { benchAssignment } from './assignment.ts'
import { benchAutomaticMails } from './automatic-mails.ts'
import { benchClocks } from './clocks.ts'
import { benchFootprint } from './footprint.ts'
import { benchInsight } from './insight.ts'
import { benchIntake } from './intake.ts'
import { benchIntakeFacts } from './intake-facts.ts'
import { benchLists } from './lists.ts'
import { benchLive } from './live.ts'
import { benchReports } from './reports.ts'
import { benchResults } from './results.ts'
import { benchToday } from './today.ts'
import { benchViews } from './views.ts'
import type { Finding } from './ground/figures.ts'
import { startServer, type BenchServer } from './ground/server.ts'

const benches: Record<string, (server: BenchServer) => Promise<Finding[]>> = { footprint: benchFootprint, live: benchLive, lists: benchLists, views: benchViews, intake: benchIntake, clocks: benchClocks, assignment: benchAssignment, today: benchToday, 'automatic-mails': benchAutomaticMails, results: benchResults, asking: benchAsking, answering: benchAnswering, insight: benchInsight, 'intake-facts': benchIntakeFacts, reports: benchReports, 'alert-rules': benchAlertRules, alerts: benchAlerts }
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": choose from ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const findings: Finding[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`… ${name}`)
  const server = await startServer()
  try {
    findings.push(...(await bench(server)))
  } finally {
    await server.remove()
  }
}
console.log('| what | figure | reference | ratio | wanted | reached |\n|---|---|---|---|---|---|')
for (const f of findings) console.log(`| ${f.what} | ${f.figure} | ${f.reference} | ${f.ratio} | ${f.wanted} | ${f.reached ? 'yes' : 'NO'} |`)
process.exit(findings.every((f) => f.reached) ? 0 : 1)
