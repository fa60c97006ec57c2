import { differenceOfShares, type Counted, type DifferenceOfShares } from '../difference-of-shares.ts'

/**
 * What a share (of a reason, of satisfied customers) has changed by, from counts before and after: differenceOfShares, Newcombe's
 * hybrid score interval, in the form of the other comparisons. Null when one of the groups is empty.
 * @throws RangeError as differenceOfShares does.
 */
export const shareChange = ({ before, after, confidence = 0.95 }: { before: Counted, after: Counted, confidence?: number }): DifferenceOfShares | null =>
  differenceOfShares(before, after, confidence)
