// What a website is told of its survey: GET /w/<code>.json. Types and words alone, so that the server can take them too.

export interface WebsiteSurvey {
  asks: true
  trigger: 'exit' | 'time' | 'scroll' | 'now'
  seconds: number
  scrollShare: number
  pages: string[]
  againAfterDays: number | null
  share: number
  side: 'left' | 'right' | 'middle'
  /** `#rrggbb` */
  colour: string
  defaultLanguage: string
  /** By language. */
  texts: Record<string, { title: string; close: string }>
}

const closeWords: Readonly<Record<string, string>> = { pl: 'Zamknij', en: 'Close', ru: 'Закрыть', uk: 'Закрити', de: 'Schließen', ar: 'إغلاق', he: 'סגירה' }

export const closeWord = (language: string): string => closeWords[language.split('-')[0]!] ?? closeWords['en']!
