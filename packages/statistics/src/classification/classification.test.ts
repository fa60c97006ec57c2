/* Guards what is said of a classifier. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedCalibrationError } from './calibration.ts'
import { confusionOf, macroF1 } from './classification.ts'

const classes = ['negative', 'neutral', 'positive'] as const
type Class = (typeof classes)[number]

/** Rows are the truth, columns what was said. */
const judged = (table: readonly (readonly number[])[]) => table.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => ({ truth: classes[i]!, said: classes[j]! }))))

test('each class has its precision, recall and F1, and the macro F1 is their mean', () => {
  const result = macroF1({ judgements: judged([[8, 2, 0], [1, 5, 4], [0, 3, 17]]), classes })!
  expect(result.n).toBe(40)
  expect(result.accuracy).toBe(0.75)
  expect(result.classes.negative).toEqual({ n: 10, precision: 8 / 9, recall: 0.8, f1: 16 / 19 })
  expect(result.classes.neutral).toEqual({ n: 10, precision: 0.5, recall: 0.5, f1: 0.5 })
  expect(result.classes.positive).toEqual({ n: 20, precision: 17 / 21, recall: 0.85, f1: 34 / 41 })
  expect(result.macroF1).toBeCloseTo((16 / 19 + 0.5 + 34 / 41) / 3, 14)
  expect(result.confusion.neutral).toEqual({ negative: 1, neutral: 5, positive: 4 })
})

test('a class that is never found counts as 0, one that does not occur at all is left out', () => {
  const never = macroF1({ judgements: judged([[5, 0, 0], [3, 0, 0], [0, 0, 0]]), classes })!
  expect(never.classes.neutral).toEqual({ n: 3, precision: null, recall: 0, f1: 0 })
  expect(never.classes.positive).toEqual({ n: 0, precision: null, recall: null, f1: null })
  expect(never.macroF1).toBeCloseTo(10 / 13 / 2, 14)
})

test('the sums of the table are the judgements, and turning truth and said round swaps precision and recall', () => {
  const judgement = fc.record({ truth: fc.constantFrom(...classes), said: fc.constantFrom(...classes) })
  fc.assert(fc.property(fc.array(judgement, { minLength: 1 }), (judgements) => {
    const here = macroF1<Class>({ judgements, classes })!
    const there = macroF1<Class>({ judgements: judgements.map(({ truth, said }) => ({ truth: said, said: truth })), classes })!
    expect(classes.flatMap((truth) => classes.map((said) => here.confusion[truth][said])).reduce((sum, n) => sum + n, 0)).toBe(judgements.length)
    for (const name of classes) expect([there.classes[name].precision, there.classes[name].f1]).toEqual([here.classes[name].recall, here.classes[name].f1])
    expect(there.macroF1).toBeCloseTo(here.macroF1, 14)
    expect(here.macroF1 === 1).toBe(here.accuracy === 1)
  }))
})

test('without judgements nothing is said, and unknown classes are refused', () => {
  expect(macroF1({ judgements: [], classes })).toBeNull()
  expect(() => confusionOf({ judgements: [{ truth: 'negative', said: 'angry' as Class }], classes })).toThrow('A class is one of negative, neutral, positive; it was angry.')
  expect(() => confusionOf({ judgements: [], classes: ['a', 'a'] })).toThrow('Each class is named once.')
})

const claims = (confidence: number, right: number, wrong: number) => [...Array.from({ length: right }, () => ({ confidence, correct: true })), ...Array.from({ length: wrong }, () => ({ confidence, correct: false }))]

test('the error is the mean gap between what is claimed and what is right', () => {
  // Ten at 0.95 of which 8 right, thirty at 0.65 of which 21: gaps 0.15 and 0.05.
  const result = expectedCalibrationError({ claims: [...claims(0.95, 8, 2), ...claims(0.65, 21, 9)] })!
  expect(result.error).toBeCloseTo(0.25 * 0.15 + 0.75 * 0.05, 12)
  expect(result.largest).toBeCloseTo(0.15, 12)
  expect(result.bins).toHaveLength(10)
  expect(result.bins[9]).toEqual({ above: 0.9, upTo: 1, n: 10, confidence: expect.closeTo(0.95, 12), accuracy: 0.8 })
  expect(result.bins[0]).toEqual({ above: 0, upTo: 0.1, n: 0, confidence: null, accuracy: null })
})

test('who is right as often as claimed has no error; who is sure and wrong has all', () => {
  expect(expectedCalibrationError({ claims: claims(0.75, 75, 25) })!.error).toBeCloseTo(0, 12)
  expect(expectedCalibrationError({ claims: claims(1, 0, 7) })).toMatchObject({ error: 1, largest: 1 })
})

test('a claim on an edge belongs to the lower bin, 0 to the first, and every claim to one', () => {
  expect(expectedCalibrationError({ claims: claims(0.5, 1, 0) })!.bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  expect(expectedCalibrationError({ claims: claims(0, 1, 0) })!.bins[0]!.n).toBe(1)
  fc.assert(fc.property(fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), correct: fc.boolean() }), { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (given, bins) => {
    const result = expectedCalibrationError({ claims: given, bins })!
    expect(result.bins.reduce((sum, { n }) => sum + n, 0)).toBe(given.length)
    expect(result.error).toBeLessThanOrEqual(result.largest + 1e-12)
  }))
})

test('without claims there is no error, and confidences in percent are refused', () => {
  expect(expectedCalibrationError({ claims: [] })).toBeNull()
  expect(() => expectedCalibrationError({ claims: claims(95, 1, 0) })).toThrow('confidence is a share from 0 to 1; it was 95.')
  expect(() => expectedCalibrationError({ claims: [], bins: 0 })).toThrow(RangeError)
})
