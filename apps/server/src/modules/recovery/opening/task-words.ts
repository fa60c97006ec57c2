// What a task of a loop is called, in the language of its owner.
import type { Locale } from '@kontuar/contracts'

const titles: Readonly<Record<Locale, (name: string) => string>> = {
  pl: (name) => `Skontaktować się z\u00a0niezadowolonym klientem: ${name}`,
  ru: (name) => `Связаться с\u00a0недовольным клиентом: ${name}`,
  en: (name) => `Speak with an unhappy customer: ${name}`,
}

export const taskTitle = (language: Locale, name: string): string => titles[language](name).slice(0, 300)
