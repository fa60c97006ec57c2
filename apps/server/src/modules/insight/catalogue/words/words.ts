// What a metric is called and means, in one language.
export interface MetricWords {
  label: string
  /** What it is and how it is counted, for somebody who runs a shop. */
  explanation: string
  /** How it misleads. */
  trap: string
  /** What is left out, and where it is counted. */
  note?: string
}
