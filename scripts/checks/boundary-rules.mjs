/*
 * Modules stand in tiers. A module calls only lower tiers, through their index.ts; higher ones hear of it by
 * events. The platform knows no module, the packages know no application, the features of the web know each
 * other through their index.ts alone. Types count like values: a shape that is shared is a dependency.
 */
export const tiers = [
  ['identity'],
  ['vocabulary', 'notifications'],
  ['customers'],
  ['diary'],
  ['channels'],
  ['routing', 'knowledge', 'feedback', 'booking', 'receivables', 'standards'],
  ['automation', 'assistant'],
  ['insight'],
  ['alerts', 'recovery', 'reports', 'privacy'],
]

const server = '^apps/server/src'
const modules = `${server}/modules`
const test = '\\.(test|fixture)\\.tsx?$|/testing(-setup)?\\.ts$'

const tierRules = tiers.flatMap((tier, index) => tier.map((name) => ({
  name: `tier-${name}`,
  comment: `${name} stands in tier ${index + 1}: it calls only the tiers below and tells the others by events.`,
  severity: 'error',
  from: { path: `${modules}/${name}/`, pathNot: test },
  to: { path: `${modules}/`, pathNot: `${modules}/(${[name, ...tiers.slice(0, index).flat()].join('|')})/` },
})))

export const forbidden = [
  ...tierRules,
  {
    name: 'module-without-tier',
    comment: 'A module that no tier names could call anything: give it a place in boundary-rules.mjs.',
    severity: 'error',
    from: { path: `${modules}/`, pathNot: `${modules}/(${tiers.flat().join('|')})/` },
    to: {},
  },
  {
    name: 'module-by-its-face',
    comment: 'Other modules are reached through their index.ts.',
    severity: 'error',
    from: { path: `${modules}/([^/]+)/` },
    to: { path: `${modules}/[^/]+/`, pathNot: `${modules}/$1/|/index\\.ts$|/testing\\.ts$` },
  },
  {
    name: 'composition-by-the-face',
    comment: 'What composes the program knows the modules by their index.ts.',
    severity: 'error',
    from: { path: `${server}/`, pathNot: `${modules}/|${test}` },
    to: { path: `${modules}/[^/]+/`, pathNot: '/index\\.ts$|/testing\\.ts$' },
  },
  {
    name: 'module-without-composition',
    comment: 'A module does not know how the program is put together.',
    severity: 'error',
    from: { path: `${modules}/`, pathNot: test },
    to: { path: `${server}/(app/|main\\.ts|cli\\.ts|generate\\.ts)` },
  },
  {
    name: 'platform-knows-no-domain',
    comment: 'The platform serves every module and knows none.',
    severity: 'error',
    from: { path: `${server}/platform/`, pathNot: test },
    to: { path: `${server}/(?!platform/)` },
  },
  {
    name: 'packages-know-no-application',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'web-knows-no-server',
    comment: 'What both know stands in packages/contracts.',
    severity: 'error',
    from: { path: '^apps/(web|widget|pages)/src/' },
    to: { path: '^apps/server/' },
  },
  {
    name: 'feature-by-its-face',
    comment: 'Features of the web know each other through their index.ts.',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/[^/]+/', pathNot: '^apps/web/src/features/$1/|/index\\.tsx?$' },
  },
  {
    name: 'no-test-code-in-the-program',
    severity: 'error',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: test },
    to: { path: test },
  },
  {
    name: 'no-circle',
    comment: 'Files that need each other cannot be read one after the other. Circles of types alone do not run.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    severity: 'error',
    from: { path: '^(apps|packages)/' },
    to: { couldNotResolve: true, pathNot: '^(node:|virtual:)|\\?(raw|url|inline)$' },
  },
]
