import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeBinary, root } from '../launch/paths.mjs'

/** @returns {Promise<{ passed: number, failed: number, skipped: string[], ok: boolean }>} a file that could not be read counts as one failure */
export async function runVitest(projects, extra = []) {
  const folder = mkdtempSync(join(tmpdir(), 'kontuar-vitest-'))
  const report = join(folder, 'report.json')
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...projects.flatMap((p) => ['--project', p]), '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra]
  const child = spawn(nodeBinary, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((resolve) => child.on('close', resolve))
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const tests = testResults.flatMap((file) => file.assertionResults)
    const failed = tests.filter((t) => t.status === 'failed').length
    const unread = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')).length
    const skipped = tests.filter((t) => t.status === 'skipped' || t.status === 'pending').map((t) => t.fullName)
    return { passed: numPassedTests, failed: failed + unread, skipped, ok: code === 0 }
  } catch {
    return { passed: 0, failed: 1, skipped: [], ok: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
