import type { CustomField } from '@kontuar/contracts'

export const subjects = ['ticket', 'customer', 'company'] as const satisfies readonly CustomField['subject'][]
export const fieldTypes = ['text', 'number', 'date', 'choice', 'tree', 'checkbox', 'link'] as const satisfies readonly CustomField['type'][]
export const hasOptions = (type: CustomField['type']): boolean => type === 'choice' || type === 'tree'
