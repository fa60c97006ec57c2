/** How conditions are said in a sentence. */
export interface ConditionWords {
  fields: Record<string, string>
  operators: Record<string, string>
  /** Of choices that are ours, by value; `field.value` where a field calls it otherwise. */
  values: Record<string, string>
  and: string; or: string; not: (inner: string) => string; quoted: (text: string) => string; yes: string; no: string; gone: string; between: (low: string, high: string) => string
  on: Record<'event' | 'sequence' | 'silence', string>
  among: string
}
