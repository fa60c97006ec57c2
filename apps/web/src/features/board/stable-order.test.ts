// Guards that rows keep their places while numbers change.
import { expect, test } from 'vitest'
import { inKnownOrder } from './stable-order.ts'

const same = (item: string) => item
test.each([
  ['nothing known: as they come', ['b', 'a'], [], ['b', 'a']],
  ['known ones stay', ['b', 'a', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
  ['new ones come last, in their order', ['x', 'b', 'y', 'a'], ['a', 'b'], ['a', 'b', 'x', 'y']],
  ['what is gone leaves no gap', ['c'], ['a', 'b', 'c'], ['c']],
])('%s', (_, items, known, shown) => expect(inKnownOrder(items, same, known)).toEqual(shown))
