/** The value below which the share `p` of the sample lies; nearest rank. */
export function percentile(sample: readonly number[], p: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`
export const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
export const perSecond = (count: number, milliseconds: number) => Math.round((count / milliseconds) * 1000)

export interface Finding { what: string; figure: string; reference: string; ratio: string; wanted: string; reached: boolean }

/** A kind of request beside the reference of its run: the ratio at the 95th percentile, and in the middle, which a busy machine moves less. */
export function compare(what: string, sample: readonly number[], reference: readonly number[], options: { wanted: boolean }): Finding {
  const [p95, referenceP95] = [percentile(sample, 0.95), percentile(reference, 0.95)]
  const [p50, referenceP50] = [percentile(sample, 0.5), percentile(reference, 0.5)]
  return {
    what: `${what}, p95 (p50)`, figure: `${ms(p95)} (${ms(p50)})`, reference: `${ms(referenceP95)} (${ms(referenceP50)}), primary-key read`, ratio: `${(p95 / referenceP95).toFixed(2)} (${(p50 / referenceP50).toFixed(2)})`,
    wanted: options.wanted ? '≤ 5' : '', reached: !options.wanted || p95 / referenceP95 <= 5,
  }
}
