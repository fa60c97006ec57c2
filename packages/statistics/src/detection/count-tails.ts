import { assertAmount, assertPositive } from '../amount.ts'
import { assertCount } from '../count.ts'
import { negativeBinomial, poisson, type Tails } from '../distribution/law.ts'
import { lawOf, type ExpectedCount } from './count-law.ts'

/** How often a count so high, or so low, comes by chance where events are independent. @throws RangeError unless count is a whole number and mean a number from 0. */
export function poissonTails({ count, mean }: { count: number, mean: number }): Tails {
  assertCount('count', count)
  assertAmount('mean', mean)
  return poisson(mean).tails(count)
}

/** The same where counts vary more than chance allows, with variance mean + mean²/size. @throws RangeError as poissonTails, and unless size is above 0. */
export function negativeBinomialTails({ count, mean, size }: { count: number, mean: number, size: number }): Tails {
  assertCount('count', count)
  assertAmount('mean', mean)
  assertPositive('size', size)
  return negativeBinomial(mean, size).tails(count)
}

/** The negative binomial law with size = mean²/(variance - mean) where the variance exceeds the mean, the Poisson law otherwise. @throws RangeError as the two above. */
export function countTails({ count, ...expected }: ExpectedCount & { count: number }): Tails {
  assertCount('count', count)
  return lawOf(expected).tails(count)
}
