import type { Me, Organization, Staff } from '@kontuar/contracts'
import { rolePermissions } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Scenario } from './answer.ts'

export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export const organization = (scenario: Scenario): Static<typeof Organization> => ({ id: 'o1', name: 'Salon Miętowa', locale: scenario.locale, timeZone: 'Europe/Warsaw', reopenDays: 14, outgoingPaused: scenario.paused })

const person = (id: string, name: string, email: string, role: Staff['role'], seen: number | null, active = true): Staff => ({ id, name, email, role, active, createdAt: ago(60 * 24 * 90), lastSeenAt: seen === null ? null : ago(seen) })
export const staff: Staff[] = [
  person('s1', 'Anna Wiśniewska', 'anna@mietowa.example', 'administrator', 0),
  person('s2', 'Михаил Ковалёв', 'mikhail@mietowa.example', 'manager', 12),
  person('s3', 'Katarzyna Brzęczyszczykiewicz-Lewandowska', 'katarzyna.brzeczyszczykiewicz@mietowa.example', 'agent', 60 * 5),
  person('s4', 'Tom Harris', 'tom@mietowa.example', 'observer', 60 * 24 * 6),
  person('s5', 'Olga Nowak', 'olga@mietowa.example', 'agent', null, false),
  person('s6', 'Joanna Mazur', 'joanna@mietowa.example', 'agent', 2),
  person('s7', 'Иван Петренко', 'ivan@mietowa.example', 'agent', 60 * 9),
]

export function me(scenario: Scenario): Me {
  return {
    staff: { id: 's1', name: 'Anna Wiśniewska', email: 'anna@mietowa.example', role: scenario.role, locale: scenario.locale, theme: scenario.theme, signatureHtml: '<p>Pozdrawiam serdecznie<br><strong>Anna Wiśniewska</strong></p>', timeZone: null, phone: '+48600700800' },
    organization: organization(scenario),
    permissions: [...rolePermissions[scenario.role]],
  }
}
