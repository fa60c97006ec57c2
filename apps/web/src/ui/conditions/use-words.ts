// Names of fields and operators in the reader's language. A custom field is called as the organization calls it.
import type { ConditionField } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'

type Lookup = (key: string, options?: object) => string

export function useWords() {
  const { t } = useTranslation('conditions')
  // Names come from the server; one that this version does not know shows what the server says.
  const look = t as unknown as Lookup
  return {
    fieldName: (field: Pick<ConditionField, 'name' | 'label' | 'custom'>): string => (field.custom ? field.label : look(`field.${field.name}`, { defaultValue: field.label })),
    operatorName(field: ConditionField | undefined, operator: string): string {
      const kind = field?.type === 'instant' || field?.type === 'date' ? 'time' : field?.type === 'number' ? 'number' : 'plain'
      return look(`operator.${kind}.${operator}`, { defaultValue: look(`operator.plain.${operator}`, { defaultValue: operator }) })
    },
  }
}
