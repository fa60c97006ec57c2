// Guards that nothing the program notes beside a sending is shown in another language than its reader's.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ledgerParts } from './ledger-parts.ts'
import { known } from './use-ledger-words.ts'

const modules = fileURLToPath(new URL('../../../server/src/modules/', import.meta.url))
const files = ['alerts/telling/**/*.ts', 'alerts/life/**/*.ts', 'reports/sending/**/*.ts', 'channels/sending/send-system-mail.ts', 'channels/sms/send-system-sms.ts'].flatMap((pattern) => globSync(pattern, { cwd: modules })).filter((file) => !/\.(test|fixture)\.ts$|testing\.ts$/.test(file))
/** A sentence in the places where one is noted. */
const places = [/detail: '([^']+)'/g, /detail: `([^`]+)`/g, /detail = '([^']+)'/g, /dropped: '([^']+)'/g, /\bnot\('\w+', '([^']+)'\)/g, /endTelling\([^']+'([^']+)'\)/g]

test('each sentence that is noted in a ledger is known in three languages', () => {
  const noted = files.flatMap((file) => {
    const text = readFileSync(modules + file, 'utf8')
    return places.flatMap((place) => [...text.matchAll(place)].map((found) => found[1]!))
  }).filter((said) => / /.test(said) && !/[<>=]/.test(said))
  expect(noted.length).toBeGreaterThan(20)
  expect(noted.filter((said) => !Object.hasOwn(known, said) && ledgerParts(said.replace(/\$\{[^}]+\}/g, '7')) === null)).toEqual([])
})
