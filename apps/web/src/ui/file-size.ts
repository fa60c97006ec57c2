import type { Locale } from '@kontuar/contracts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Bytes as people say them: "4 kB", "1.2 MB". Thousands, as the file managers of all three systems count. */
export function fileSize(bytes: number, locale: Locale): string {
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step > 1 && value < 100 ? 1 : 0 }).format(value)
}
