// Conditions as parts of a sentence: "rating is low", "text mentions “lawyer”". Pure.
import type { ConditionRule } from '@kontuar/conditions'
import type { Locale } from '@kontuar/contracts'
import { isId } from '../../../platform/id.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { ConditionWords } from './words.ts'

const words: Record<Locale, ConditionWords> = { pl, ru, en }
export const conditionWords = (language: Locale): ConditionWords => words[language]

const ownField = /^(?:customer\.)?fields\.(.+)$/

/** @param names of what goes by an id: `readConditionNames` */
export function sayRule({ field, operator, value }: ConditionRule, names: ReadonlyMap<string, string>, language: Locale): string {
  const w = words[language]
  const own = ownField.exec(field)?.[1]
  const label = own === undefined ? (w.fields[field] ?? field) : (names.get(own) ?? w.gone)
  const one = (item: unknown): string => {
    if (typeof item === 'boolean') return item ? w.yes : w.no
    if (typeof item === 'number') return new Intl.NumberFormat(language).format(item)
    const text = String(item)
    if (isId(text)) return names.get(text) ?? w.gone
    return field === 'text' ? w.quoted(text) : (w.values[`${field}.${text}`] ?? w.values[text] ?? text)
  }
  const said = operator === 'null' || operator === 'notNull' ? '' : (operator === 'between' || operator === 'notBetween') && Array.isArray(value) ? w.between(one(value[0]), one(value[1])) : [value].flat().map(one).join(', ')
  return [label, w.operators[operator] ?? operator, said].filter(Boolean).join(' ')
}

/** Whether it can be said without looking anything up. */
export const saysItself = ({ field, value }: ConditionRule): boolean => !ownField.test(field) && [value].flat().every((one) => (typeof one === 'string' && !isId(one)) || typeof one === 'number' || typeof one === 'boolean')
