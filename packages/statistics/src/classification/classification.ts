/** One judged text: what it is, and what was said of it. */
export interface Judgement<C extends string = string> {
  truth: C
  said: C
}

export interface ClassScore {
  /** How many there are. */
  n: number
  /** Of those said to be of this class, the share that is; null when it was never said. */
  precision: number | null
  /** Of those that are, the share that was found; null when there are none. */
  recall: number | null
  /** 2·found / (there + said); null when there are none and it was never said. */
  f1: number | null
}

export interface Classification<C extends string = string> {
  n: number
  accuracy: number
  /** Mean of the classes' F1, each class alike however rare; a class that neither occurs nor is said is left out. */
  macroF1: number
  classes: Record<C, ClassScore>
  /** confusion[truth][said] */
  confusion: Record<C, Record<C, number>>
}

/** How many of each true class were said to be which. @throws RangeError for a class that is not named, or named twice. */
export function confusionOf<C extends string>({ judgements, classes }: { judgements: readonly Judgement<C>[], classes: readonly C[] }): Record<C, Record<C, number>> {
  if (new Set(classes).size < classes.length) throw new RangeError('Each class is named once.')
  const row = () => Object.fromEntries(classes.map((said) => [said, 0])) as Record<C, number>
  const confusion = Object.fromEntries(classes.map((truth) => [truth, row()])) as Record<C, Record<C, number>>
  for (const { truth, said } of judgements) {
    for (const name of [truth, said]) if (!classes.includes(name)) throw new RangeError(`A class is one of ${classes.join(', ')}; it was ${name}.`)
    confusion[truth][said]++
  }
  return confusion
}

/**
 * Accuracy, precision, recall, F1 and their macro mean (D. D. Lewis et al., JMLR 5 (2004) 361-397: the mean of the F1, not the F1 of
 * the means). Null without judgements.
 * @throws RangeError as confusionOf does.
 */
export function macroF1<C extends string>({ judgements, classes }: { judgements: readonly Judgement<C>[], classes: readonly C[] }): Classification<C> | null {
  const confusion = confusionOf({ judgements, classes })
  if (judgements.length === 0) return null
  const scores = classes.map((name) => {
    const n = classes.reduce((sum, said) => sum + confusion[name][said], 0)
    const said = classes.reduce((sum, truth) => sum + confusion[truth][name], 0)
    const found = confusion[name][name]
    return { n, precision: said === 0 ? null : found / said, recall: n === 0 ? null : found / n, f1: n + said === 0 ? null : 2 * found / (n + said) }
  })
  const f1 = scores.flatMap((score) => score.f1 ?? [])
  return {
    n: judgements.length,
    accuracy: judgements.filter(({ truth, said }) => truth === said).length / judgements.length,
    macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
    classes: Object.fromEntries(classes.map((name, i) => [name, scores[i]!])) as Record<C, ClassScore>,
    confusion,
  }
}
