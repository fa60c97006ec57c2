// `npm run check`: everything but the browser, in under three minutes. `npm run check quick` leaves out the tests.
import { ensureInstalled } from './launch/install.mjs'
import { fail, say } from './launch/say.mjs'
import { runSteps } from './checks/run-steps.mjs'
import { runVitest } from './checks/run-vitest.mjs'
import { quickSteps, testProjects } from './checks/steps.mjs'

try {
  await ensureInstalled()
} catch (error) {
  fail(error)
}
const begun = Date.now()
const failedSteps = await runSteps(quickSteps)
const tests = process.argv.includes('quick') ? { passed: 0, failed: 0, ok: true } : await runVitest(testProjects)
const faults = [...failedSteps, ...(tests.ok ? [] : ['tests'])]
say(`${faults.length === 0 ? 'All checks passed' : `Failed: ${faults.join(', ')}`}; ${tests.passed} tests passed, ${tests.failed} failed; ${Math.round((Date.now() - begun) / 1000)} s.`)
process.exit(faults.length === 0 ? 0 : 1)
