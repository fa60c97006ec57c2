// Words as one person wrote them: with a greeting, a name, and numbers of their own.
import type { Chance } from '../chance.ts'
import type { Person } from '../people.ts'
import { greetings, partings, type Letter } from './words/words.ts'

export function fill(text: string, chance: Chance): string {
  return text.replaceAll('{number}', () => String(Math.floor(chance.between(10_000, 99_999)))).replaceAll('{short}', () => String(Math.floor(chance.between(4, 28)))).replaceAll('{amount}', () => String(Math.floor(chance.between(12, 480))))
}

export function writeLetter(letter: Letter, { name, language }: Person, chance: Chance): Letter {
  const greeting = chance.one(greetings[language])
  // After a comma Polish goes on small; whoever writes without a greeting writes as they like.
  const goesOn = (language === 'pl' && greeting.trimEnd().endsWith(',')) || (greeting === '' && chance.happens(0.4))
  const text = fill(letter.text, chance)
  return { subject: fill(letter.subject, chance), text: `${greeting}${goesOn ? text : capital(text)}${chance.one(partings[language])}${chance.happens(0.5) ? name : name.split(' ')[0]}`.trim() }
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
