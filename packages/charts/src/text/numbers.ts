// Numbers as people read them, in three languages: a real minus, never "−0", no unit but the percent sign. Rounded only here.
export type Locale = 'pl' | 'ru' | 'en'

export const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

const formats = new Map<string, Intl.NumberFormat>()
/** Making a format costs more than writing with it: a table of a thousand figures uses three. */
function format(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(tagOf(locale), options)
  formats.set(key, known)
  return known
}

/** Zero after rounding has no sign. */
function written(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
  const text = format(locale, options).format(value)
  return /[1-9]/.test(text) ? text.replace('-', '−') : format(locale, options).format(0)
}

export interface Sign { /** "+6": a difference. */ signed?: boolean }
const sign = ({ signed }: Sign): Intl.NumberFormatOptions => (signed ? { signDisplay: 'exceptZero' } : {})

/** As many places as it has, three at most. */
export const plainText = (value: number, locale: Locale): string => written(value, locale, {})
export const wholeText = (value: number, locale: Locale, how: Sign = {}): string => written(Math.round(value), locale, sign(how))
export const decimalText = (value: number, places: number, locale: Locale, how: Sign = {}): string => written(value, locale, { minimumFractionDigits: places, maximumFractionDigits: places, ...sign(how) })

/** "84%"; one place where a whole percent would hide it: "4.3%", "99.6%". 0% and 100% are said only when they are meant: else "<0.1%", ">99.9%". */
export function percentText(share: number, locale: Locale, how: Sign = {}): string {
  const plain = !how.signed && share > 0 && share < 1
  if (plain && (share < 0.0005 || share > 0.9995)) return `${share < 0.5 ? '<' : '>'}${written(share < 0.5 ? 0.001 : 0.999, locale, { style: 'percent', maximumFractionDigits: 1 })}`
  const places = plain && (share < 0.0995 || share > 0.99) ? 1 : 0
  return written(share, locale, { style: 'percent', maximumFractionDigits: places, ...sign(how) })
}

/** "12,3 tys.": where an axis has no room for all of it. */
export const shortCount = (value: number, locale: Locale): string => (Math.abs(value) < 10_000 ? written(value, locale, { maximumFractionDigits: 1 }) : written(value, locale, { notation: 'compact', maximumFractionDigits: 1 }))
