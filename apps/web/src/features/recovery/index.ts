// What other features show of the closed loop. It is heavy enough to come late: import it lazily, with its words.
export { LoopsOf } from './LoopsOf.tsx'
