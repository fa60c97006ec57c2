// tier-customers: upwards. module-by-its-face: not through index.ts. no-circle: with itself by way of diary.
import { number } from '../diary/index.ts'
import { secret } from '../identity/secret.ts'
// module-without-composition
import { program } from '../../app/program.ts'
// no-test-code-in-the-program
import { buildCustomer } from './testing.ts'
// resolvable
import { nothing } from './nothing.ts'

export const customers = [number, secret, program, buildCustomer, nothing]
