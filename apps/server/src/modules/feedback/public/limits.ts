// How often a stranger may try. Whoever comes with a token that exists is not even counted: 128 bits are not guessed, and a page that is
// opened must not pay for the guessing of others.
import type { FastifyRequest } from 'fastify'
import { network, takeTries } from '../../../platform/http/rate-limit.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Addresses that nobody has: 30 from one network at once, then one in 10 s. */
const miss = { kind: 'page-miss', burst: 30, secondsEach: 10 }
/** Answers by one open link from one network: a café full of guests behind one address is welcome, a script is slowed down. */
const openLink = { kind: 'open-link', burst: 30, secondsEach: 2 }

/** 0, or the seconds to wait. */
export const takeMiss = (platform: Platform, request: FastifyRequest): Promise<number> => takeTries(platform, [{ ...miss, of: network(request.ip) }])

export const takeLinkAnswer = (platform: Platform, request: FastifyRequest, code: string): Promise<number> => takeTries(platform, [{ ...openLink, of: `${network(request.ip)} ${code}` }])
