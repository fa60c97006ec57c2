// Who may import whom (`npm run boundaries`); the rules are in scripts/checks/boundary-rules.mjs.
import { checkBoundaries } from './checks/boundaries.mjs'

process.exit(await checkBoundaries() ? 0 : 1)
