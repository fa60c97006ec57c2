// API tokens and invitations carry their organization, so one indexed row is looked at: kt_<organization>_<43 random characters>.
import { randomToken } from '../../../platform/crypto/seal.ts'

type Kind = 'kt' | 'ki'
const pattern = /^(kt|ki)_([1-9]\d{0,9})_([\w-]{43})$/
const largestInteger = 2_147_483_647

export const makeToken = (kind: Kind, orgId: number): string => `${kind}_${orgId}_${randomToken()}`

/** The organization a token names, or null when it is no token of this kind. */
export function organizationOfToken(kind: Kind, token: string): number | null {
  const match = pattern.exec(token)
  const orgId = Number(match?.[2])
  return match?.[1] === kind && orgId <= largestInteger ? orgId : null
}
