// Guards the link that pauses a report: it opens one report for one person, and nobody can make or bend one.
import { expect, test } from 'vitest'
import { createCrypto } from '../../../platform/crypto/seal.ts'
import { newId } from '../../../platform/id.ts'
import { addressKey, pauseToken, readPauseToken } from './pause-link.ts'

const crypto = createCrypto('a secret for tests alone')
const [reportId, staffId] = [newId(), newId()]

test.each([[{ staffId }], [{ addressKey: addressKey(crypto, 'Anna@Partner.example ') }]])('says what it was made of: %o', (who) => {
  expect(readPauseToken(crypto, pauseToken(crypto, { orgId: 12345, reportId, who }))).toEqual({ orgId: 12345, reportId, who })
})
test('holds no address, and an address is the same however it is written', () => {
  const token = pauseToken(crypto, { orgId: 1, reportId, who: { addressKey: addressKey(crypto, 'anna@partner.example') } })
  expect(token).not.toMatch(/anna|partner/i)
  expect(addressKey(crypto, ' ANNA@partner.EXAMPLE')).toBe(addressKey(crypto, 'anna@partner.example'))
})
test('bent by a letter it is nobody’s', () => {
  const token = pauseToken(crypto, { orgId: 1, reportId, who: { staffId } })
  for (let i = 0; i < token.length; i++) expect(readPauseToken(crypto, `${token.slice(0, i)}${token[i] === 'a' ? 'b' : 'a'}${token.slice(i + 1)}`)).toBeNull()
  expect(readPauseToken(createCrypto('another secret of another one'), token)).toBeNull()
  for (const strange of ['', '.', '1.2.3.4', `${token}x`, token.toUpperCase(), '%00', `${'a'.repeat(100_000)}`, token.replace(/\.s/, '.a')]) expect(readPauseToken(crypto, strange)).toBeNull()
})
