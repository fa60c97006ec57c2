/* Guards the file of weights: what is written is read, what was never learnt is not found, and a damaged file is refused. */
import { expect, test } from 'vitest'
import { buildTable, findSlot, weightsOfBytes } from './table.ts'
import { readWeightFile, writeWeightFile } from './weight-file.ts'

const features = Array.from({ length: 5000 }, (_, i) => ({ hash: Math.imul(i + 1, 0x9e3779b1), weights: [Math.sin(i) * 2, Math.cos(i * 3) / 10] }))
const table = buildTable(features, 2)
const weights = weightsOfBytes(table.largest)

test('each weight is found again, to within a hundredth of the largest', () => {
  let lost = 0
  for (const { hash, weights: meant } of features) {
    const slot = findSlot(table, hash)
    expect(slot).toBeGreaterThanOrEqual(0)
    const found = [weights[table.numbers[slot]! + 128]!, weights[table.numbers[slot + 1]! + 128]!]
    // Two features may share slot and fingerprint: one in some hundred.
    if (found.some((w, k) => Math.abs(w - meant[k]!) > 0.01 * table.largest)) lost++
  }
  expect(lost).toBeLessThan(60)
})

test('of features that were never learnt hardly one in a hundred finds a weight', () => {
  const strangers = Array.from({ length: 20_000 }, (_, i) => Math.imul(i + 77_777, 0x85ebca6b))
  expect(strangers.filter((hash) => findSlot(table, hash) >= 0).length).toBeLessThan(200)
})

test('what is written is read, and a cut or foreign file is refused', () => {
  const bytes = writeWeightFile({ madeOf: 'abc', words: 'żółć\t1' }, table)
  const { header, table: read } = readWeightFile<{ madeOf: string, words: string }>(bytes)
  expect(header).toMatchObject({ madeOf: 'abc', words: 'żółć\t1' })
  expect(read).toEqual(table)
  expect(() => readWeightFile(bytes.subarray(0, bytes.length - 1))).toThrow('cut short')
  expect(() => readWeightFile(new Uint8Array(100))).toThrow('npm run train')
  expect(() => readWeightFile(new Uint8Array(0))).toThrow('npm run train')
})
