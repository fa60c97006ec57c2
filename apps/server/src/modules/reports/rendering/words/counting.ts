interface Forms { one: string; few?: string; many: string }

/** 1 odpowiedź, 2 odpowiedzi, 5 odpowiedzi: a number with its noun, which no line end parts. */
export function counting(language: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  return (n, { one, few, many }) => {
    const form = rules.select(n)
    return `${numbers.format(n)}\u00a0${form === 'one' ? one : form === 'few' ? (few ?? many) : many}`
  }
}
