/** The value below which the share `p` of the sample lies; nearest rank. */
export function percentile(sample: readonly number[], p: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`
export const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
export const perSecond = (count: number, milliseconds: number) => Math.round((count / milliseconds) * 1000)

export interface Finding { what: string; figure: string; reference: string; ratio: string; wanted: string; reached: boolean }
