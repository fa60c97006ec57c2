// A failed connection test: which field it concerns. The words are in the catalogue under `fault.…`.
import type { ConnectionFault } from '@kontuar/contracts'
import type { Static } from 'typebox'

export type Fault = Exclude<Static<typeof ConnectionFault>, 'none'>
export type ConnectionField = 'host' | 'port' | 'security' | 'user' | 'password' | 'folders'

export const fieldOfFault: Record<Fault, ConnectionField> = {
  'name-not-found': 'host',
  refused: 'port',
  timeout: 'port',
  tls: 'security',
  certificate: 'host',
  credentials: 'password',
  'folder-not-found': 'folders',
  'not-that-protocol': 'port',
  'not-allowed-host': 'host',
  other: 'host',
}
