import { emailKey } from '../../../customers/index.ts'

/** The key of an address that may stand in a header and an SMTP command, as strict as for one that somebody types; else null. */
export const usableKey = (address: string): string | null => (/[\p{Cc}\s<>"(),:;\\[\]]/u.test(address.trim()) || address.trim().startsWith('@') ? null : emailKey(address))
