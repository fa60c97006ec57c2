// Guards what people are told when a connection fails: the right word, and what to do.
import { describe, expect, test } from 'vitest'
import { nameFault, type Asked } from './name-fault.ts'

const asked: Asked = { protocol: 'IMAP', host: 'imap.example.com', port: 993, security: 'tls' }
const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)

describe('a failed connection', () => {
  test.each([
    ['name-not-found', error('getaddrinfo ENOTFOUND', { code: 'ENOTFOUND' })],
    ['name-not-found', error('DNS', { code: 'EDNS' })],
    ['refused', error('connect', { code: 'ECONNREFUSED' })],
    ['refused', new AggregateError([error('::1', { code: 'ECONNREFUSED' }), error('127.0.0.1', { code: 'ECONNREFUSED' })], 'all failed')],
    ['timeout', error('slow', { code: 'CONNECT_TIMEOUT' })],
    ['certificate', error('expired', { code: 'CERT_HAS_EXPIRED' })],
    ['certificate', error('wrapped', { code: 'ESOCKET', cause: error('self-signed', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) })],
    ['tls', error('ssl3_get_record:wrong version number', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' })],
    ['credentials', error('Command failed', { authenticationFailed: true, responseText: 'Invalid login' })],
    ['credentials', error('Invalid login: 535', { code: 'EAUTH', response: '535 5.7.8 no' })],
    ['not-that-protocol', error('Invalid greeting', { code: 'EPROTOCOL' })],
    ['other', error('something new')],
  ])('%s', (fault, thrown) => {
    const named = nameFault(thrown, asked)
    expect(named.fault).toBe(fault)
    expect(named.detail).toMatch(/[.]$/)
  })

  test('never passes control characters or long texts of a server on', () => {
    const { detail } = nameFault(error('x', { authenticationFailed: true, responseText: `a\u0000b\r\nc${'d'.repeat(1000)}` }), asked)
    expect(detail).not.toMatch(/[\u0000-\u001f]/)
    expect(detail.length).toBeLessThan(500)
  })
})
