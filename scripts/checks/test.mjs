import { ensureInstalled } from '../launch/install.mjs'
import { checkNpm } from '../launch/npm.mjs'
import { fail, LaunchError, say } from '../launch/say.mjs'
import { ensureWebBuilt } from '../launch/web.mjs'
import { runSteps } from './run-steps.mjs'
import { runVitest } from './run-vitest.mjs'
import { quickSteps, testProjects } from './steps.mjs'
import { ensureTools } from './tools.mjs'

export async function test(args) {
  try {
    checkNpm()
    await ensureInstalled()
    const missing = await ensureTools()
    if (missing.length > 0 && process.env.CI) throw new LaunchError(`In CI nothing may be missing: ${missing.join(', ')}.`)
    await ensureWebBuilt()
  } catch (error) {
    fail(error)
  }
  const failedSteps = await runSteps(quickSteps)
  const near = await runVitest(testProjects, args)
  const browser = await runVitest(['e2e'], args)
  const skipped = [...near.skipped, ...browser.skipped]
  if (skipped.length > 0) say(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`)
  if (failedSteps.length > 0) say(`\nFailed checks: ${failedSteps.join(', ')}.`)
  // A failed check (types, lint, boundaries …) counts among the failed, so that the last line never looks clean then.
  const failed = near.failed + browser.failed + failedSteps.length
  process.stdout.write(`${near.passed + browser.passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 && near.ok && browser.ok ? 0 : 1)
}
