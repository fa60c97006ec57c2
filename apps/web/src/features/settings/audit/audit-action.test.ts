// Guards that everything the program writes into the audit log has a name for people.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { known } from './audit-action.ts'

const modules = fileURLToPath(new URL('../../../../../server/src/modules/', import.meta.url))

test('each action that is written has words', () => {
  const written = globSync('**/*.ts', { cwd: modules }).filter((file) => !/\.(test|fixture)\.ts$|testing\.ts$/.test(file)).flatMap((file) =>
    readFileSync(modules + file, 'utf8').split('\n').filter((line) => /\baudit\(/.test(line)).flatMap((line) => [...line.matchAll(/'([a-zA-Z-]+\.[a-zA-Z-]+)'/g)].map((found) => found[1]!)))
  expect(written.length).toBeGreaterThan(80)
  expect([...new Set(written)].filter((action) => !(known as readonly string[]).includes(action))).toEqual([])
})
