// One word for one thing, small files, no drawers for everything (`npm run words`).
import { checkWords } from './checks/words.mjs'

process.exit(checkWords() ? 0 : 1)
