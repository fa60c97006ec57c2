// composition-by-the-face
import { secret } from '../modules/identity/secret.ts'

export const program = secret
