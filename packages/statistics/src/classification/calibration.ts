import { assertShare } from '../amount.ts'

/** How sure the classifier was of what it said, and whether that was right. */
export interface Claim {
  confidence: number
  correct: boolean
}

export interface CalibrationBin {
  /** Confidences above `above` up to `upTo`. */
  above: number
  upTo: number
  n: number
  /** Means of what was claimed and of what was right; null in an empty bin. */
  confidence: number | null
  accuracy: number | null
}

export interface Calibration {
  n: number
  /** Expected calibration error, from 0 to 1: Σ n/N·|accuracy - confidence|. */
  error: number
  /** The largest gap of a bin. */
  largest: number
  bins: CalibrationBin[]
}

/**
 * How far what is claimed differs from what is right: C. Guo et al., On calibration of modern neural networks, ICML 2017, with
 * equal bins (a, b]; a confidence of 0 is in the first. Null without claims.
 * @throws RangeError unless confidences are shares and there is at least one bin.
 */
export function expectedCalibrationError({ claims, bins = 10 }: { claims: readonly Claim[], bins?: number }): Calibration | null {
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`There is a whole number of bins from 1; it was ${bins}.`)
  for (const { confidence } of claims) assertShare('confidence', confidence)
  if (claims.length === 0) return null
  const found = Array.from({ length: bins }, (_, index) => {
    const [above, upTo] = [index / bins, (index + 1) / bins]
    const inside = claims.filter(({ confidence }) => (confidence > above || index === 0) && confidence <= upTo)
    const mean = (value: (claim: Claim) => number) => inside.length === 0 ? null : inside.reduce((sum, claim) => sum + value(claim), 0) / inside.length
    return { above, upTo, n: inside.length, confidence: mean(({ confidence }) => confidence), accuracy: mean(({ correct }) => Number(correct)) }
  })
  const gap = ({ confidence, accuracy }: CalibrationBin) => confidence === null || accuracy === null ? 0 : Math.abs(accuracy - confidence)
  return { n: claims.length, error: found.reduce((sum, bin) => sum + bin.n / claims.length * gap(bin), 0), largest: Math.max(...found.map(gap)), bins: found }
}
