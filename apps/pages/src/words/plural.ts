// The form of a word that goes with a number, as CLDR has it: 1 minuta, 2 minuty, 5 minut.
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules = new Map<string, Intl.PluralRules>()

/** `{n}` in the form is the number, in digits that every language here reads. */
export function plural(language: string, n: number, forms: Forms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, rule)
  return (forms[rule.select(n)] ?? forms.other).replace('{n}', String(n))
}

/** Whole minutes, one at least. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60))
