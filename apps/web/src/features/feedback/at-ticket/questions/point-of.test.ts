// Guards digits typed while a customer speaks.
import { expect, test } from 'vitest'
import { pointOf } from './point-of.ts'

test.each([[7, null, 0, 10, 7], [0, 1, 0, 10, 10], [0, null, 0, 10, 0], [0, 2, 0, 10, 0], [0, 1, 1, 5, null], [9, null, 1, 5, null], [1, 1, 0, 10, 1]])('%d after %j on %d to %d is %j', (digit, before, min, max, point) => expect(pointOf(digit, before, min, max)).toBe(point))
