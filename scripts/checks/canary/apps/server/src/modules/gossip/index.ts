// module-without-tier
import { secret } from '../identity/secret.ts'

export const gossip = secret
