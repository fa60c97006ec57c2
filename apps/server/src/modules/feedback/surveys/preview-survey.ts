// A draft as its customers would see it. What is wrong with it is said beside it (/surveys/check); here it is shown as far as it goes.
import { renderPreview } from '@kontuar/pages'
import { checkValues, measureSurvey, type SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { readSettings } from '../asking/settings/read-settings.ts'
import { readOrganization } from './queries.ts'
import { toDraft } from './rules/refuse-problems.ts'

export interface PreviewWish { definition: unknown; language: string; values?: Record<string, unknown>; page?: number; part?: 'page' | 'mail' | 'thanks' }

/** @throws Refusal `invalid-input` for what is no survey */
export async function previewSurvey(tx: Tx, wish: PreviewWish): Promise<{ html: string; pages: number }> {
  const definition = toDraft(wish.definition)
  const [{ look }, { name, locale }] = await Promise.all([readSettings(tx), readOrganization(tx)])
  const language = wish.language.toLowerCase()
  return renderPreview({
    definition, language, look, organization: name, values: checkValues(definition, wish.values ?? {}).values, facts: exampleFacts(definition, language, name, locale), seconds: measureSurvey(definition, language).seconds,
    ...(wish.page === undefined ? {} : { page: wish.page }), ...(wish.part === undefined ? {} : { part: wish.part }),
  })
}

/** Somebody who does not exist, so that one sees where a name will stand. */
function exampleFacts({ defaultLanguage }: SurveyDefinition, language: string, organization: string, locale: string): Record<string, string> {
  const example = examples[language] ?? examples[defaultLanguage] ?? examples[locale] ?? examples['en']!
  return { 'organization.name': organization, ...example }
}

const examples: Record<string, Record<string, string>> = {
  pl: { 'customer.name': 'Anna Nowak', 'customer.firstName': 'Anna', 'staff.name': 'Jan Kowalski', 'location.name': 'Salon Rynek', 'ticket.number': '1024', 'ticket.subject': 'Zwrot zamówienia', 'interaction.date': '12 maja', product: 'Buty zimowe', order: 'A-2048' },
  ru: { 'customer.name': 'Анна Иванова', 'customer.firstName': 'Анна', 'staff.name': 'Иван Петров', 'location.name': 'Салон на площади', 'ticket.number': '1024', 'ticket.subject': 'Возврат заказа', 'interaction.date': '12 мая', product: 'Зимние ботинки', order: 'A-2048' },
  en: { 'customer.name': 'Anna Novak', 'customer.firstName': 'Anna', 'staff.name': 'John Smith', 'location.name': 'Market Square', 'ticket.number': '1024', 'ticket.subject': 'Returning my order', 'interaction.date': '12 May', product: 'Winter boots', order: 'A-2048' },
}
