/*
 * Runs dependency-cruiser. Two things have gone wrong with it silently elsewhere, so both are watched here: with a
 * TypeScript it cannot use it sees no module and is content (hence the count), and a rule with a slip in its
 * pattern never fires (hence the planted violations in canary/, every rule of which must be caught).
 */
import { existsSync, readdirSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { root } from '../launch/paths.mjs'
import { forbidden } from './boundary-rules.mjs'

// The tool needs the classic compiler API, which TypeScript 7 no longer has: it gets a TypeScript 6 of its own.
registerHooks({
  resolve: (name, context, next) => next(/^typescript(\/|$)/.test(name) && context.parentURL?.includes('/dependency-cruiser/') ? name.replace('typescript', 'typescript-6') : name, context),
})

const places = ['apps/server/src', 'apps/web/src', 'packages']
const canary = join(root, 'scripts', 'checks', 'canary')

export async function checkBoundaries() {
  const { cruise } = await import('dependency-cruiser')
  const look = async (baseDir, folders) => (await cruise(folders, {
    baseDir,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|node_modules)/' },
    // npm links the workspaces into node_modules: their real paths are what the rules speak of.
    preserveSymlinks: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  })).output

  const planted = await look(canary, ['apps', 'packages'])
  const caught = new Set(planted.summary.violations.map((v) => v.rule.name))
  const wanted = readdirSync(canary, { recursive: true }).map(String)
  // Tiers come from one template: one planted climb proves the pattern, and every tier has a rule by construction.
  const expected = forbidden.map((rule) => rule.name).filter((name) => !name.startsWith('tier-') || name === 'tier-customers')
  const missed = expected.filter((name) => !caught.has(name))
  if (wanted.length === 0 || missed.length > 0) {
    console.error(`The planted violations were not caught: ${missed.join(', ') || 'there are none'}. The boundary check is blind; mend it before trusting it.`)
    return false
  }

  const real = await look(root, places.filter((place) => existsSync(join(root, place))))
  const seen = new Set(real.modules.map((m) => m.source))
  const files = places.flatMap((place) => existsSync(join(root, place)) ? readdirSync(join(root, place), { recursive: true }).map((name) => join(place, String(name))) : [])
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path) && !path.endsWith('.d.ts'))
  const unseen = files.filter((path) => !seen.has(path))
  const edges = real.modules.reduce((sum, m) => sum + m.dependencies.length, 0)
  if (unseen.length > 0 || edges < files.length) {
    console.error(`dependency-cruiser saw ${files.length - unseen.length} of ${files.length} files and ${edges} imports: something keeps it from reading (${unseen.slice(0, 3).join(', ')}).`)
    return false
  }
  for (const { rule, from, to, cycle } of real.summary.violations) {
    const comment = forbidden.find((f) => f.name === rule.name)?.comment
    console.error(`${from} → ${cycle ? cycle.map((c) => c.name).join(' → ') : to}\n    ${rule.name}${comment ? `: ${comment}` : ''}`)
  }
  console.log(`${files.length} files, ${edges} imports, ${real.summary.violations.length} across a boundary; ${expected.length} planted violations caught.`)
  return real.summary.violations.length === 0
}
