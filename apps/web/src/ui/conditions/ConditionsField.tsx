// Conditions over tickets, to be made by anybody: saved views, rules of queues, SLA policies. The builder is heavy and comes
// when it is first shown. The page that shows it loads its words: `loader: () => loadWords('conditions', …)`.
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { Suspense, lazy } from 'react'
import { RowSkeletons } from '../Skeletons.tsx'

export interface ConditionsFieldProps {
  /** What the conditions decide: "Tickets in this view". */
  label: string
  value: Conditions
  onChange: (value: Conditions) => void
  /** What may be asked: `useTicketFields()`. */
  fields: readonly ConditionField[]
  /** The failed save: what the server says of single rules stands at them. */
  error?: unknown
  /** Show what is incomplete, say after the first try to save (see `conditionsAreGood`). */
  checked?: boolean
  /** False where nobody in particular asks: "me" is not offered. */
  me?: boolean
  /** What no condition at all means; "All tickets" unless said. */
  whenEmpty?: string
  /** What the fields that are not one's own are of; "Ticket" unless said. */
  about?: string
}

const Builder = lazy(async () => ({ default: (await import('./Builder.tsx')).Builder }))

export function ConditionsField(props: ConditionsFieldProps) {
  return <Suspense fallback={<RowSkeletons rows={3} height={44} />}>{props.fields.length === 0 ? <RowSkeletons rows={3} height={44} /> : <Builder {...props} />}</Suspense>
}
