import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'

export function Waiting<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.isSuccess) return children(query.data)
  return query.isError ? <Problem error={query.error} retry={() => void query.refetch()} /> : <FormSkeleton fields={2} />
}
