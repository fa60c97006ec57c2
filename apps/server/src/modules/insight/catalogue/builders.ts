// Short ways to write the forms that come again and again.
import type { MeasureName } from '../facts/measures.ts'
import type { Metric } from './metric.ts'

type Given = Pick<Metric, 'name' | 'direction'> & Partial<Metric>
const few = 5

export const count = (of: readonly MeasureName[], given: Given): Metric => ({ family: 'service', unit: 'count', shownFrom: 0, interval: 'poisson', form: { form: 'count', of: [...of] }, ...given })
/** How many times a 0-or-1 measure was 1. */
export const ones = (of: readonly MeasureName[], given: Given): Metric => ({ ...count(of, given), form: { form: 'sum', of: [...of] } })
export const share = (of: MeasureName, given: Given & { complement?: boolean }): Metric => {
  const { complement, ...rest } = given
  return { family: 'service', unit: 'share', shownFrom: few, interval: 'wilson', form: { form: 'share', of: [of], ...(complement === true ? { complement } : {}) }, ...rest }
}
export const parts = (of: readonly MeasureName[], among: readonly MeasureName[], given: Given & { less?: readonly MeasureName[] }): Metric => {
  const { less, ...rest } = given
  return { family: 'service', unit: 'share', shownFrom: few, interval: 'wilson', form: { form: 'parts', of: [...of], among: [...among], ...(less === undefined ? {} : { less: [...less] }) }, ...rest }
}
export const mean = (of: MeasureName, given: Given): Metric => ({ family: 'service', unit: 'seconds', shownFrom: few, interval: 'student', form: { form: 'mean', of: [of] }, ...given })
export const median = (of: MeasureName, given: Given): Metric => ({ family: 'service', unit: 'seconds', shownFrom: few, interval: 'order-statistics', form: { form: 'quantile', of: [of], p: 0.5 }, ...given })
/** Nine of ten were quicker; of fewer than ten that is the slowest one. */
export const ninth = (of: MeasureName, given: Given): Metric => ({ ...median(of, given), shownFrom: 10, form: { form: 'quantile', of: [of], p: 0.9 } })
/** How many of the one for each of the other. */
export const per = (of: readonly MeasureName[], among: readonly MeasureName[], given: Given): Metric => ({ family: 'service', unit: 'score', shownFrom: few, interval: 'poisson', form: { form: 'ratio', of: [...of], among: [...among], over: 'among' }, ...given })
