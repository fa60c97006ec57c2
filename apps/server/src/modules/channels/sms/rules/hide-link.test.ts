// Guards that a gateway's answer does not bring the customer's link to the screen.
import { expect, test } from 'vitest'
import { hideLink } from './hide-link.ts'

const sent = 'Prosimy o ocenę: https://k.example/a/Ab3-xY9_q7TgAA1?lang=polski'
const shown = 'Prosimy o ocenę: https://k.example/…'
test.each([
  ['as it stands', `400 rejected: ${sent}`, '400 rejected: Prosimy o ocenę: https://k.example/a/…?lang=…'],
  ['with escaped slashes', '400 https:\\/\\/k.example\\/a\\/Ab3-xY9_q7TgAA1', '400 https:\\/\\/k.example\\/a\\/…'],
  ['percent-encoded', '400 https%3A%2F%2Fk.example%2Fa%2FAb3-xY9_q7TgAA1', '400 https%3A%2F%2Fk.example%2Fa%2F…'],
  ['none of it', '400 wrong number', '400 wrong number'],
])('%s', (_, detail, expected) => expect(hideLink(detail, sent, shown)).toBe(expected))
test('what the diary shows anyway is left as it stands', () => expect(hideLink('400 https://k.example/regulamin', 'https://k.example/regulamin', 'https://k.example/regulamin')).toBe('400 https://k.example/regulamin'))
