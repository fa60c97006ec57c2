import { Skeleton } from '@mantine/core'
import { Suspense, lazy } from 'react'
import { loadWords } from '../../../i18n/i18n.ts'

const AskingWish = lazy(async () => ({ default: (await Promise.all([import('../../feedback/wish/index.ts'), loadWords('ask')]))[0].AskingWish }))

/** What the customer wishes of being asked; it comes after the rest. */
export function CustomerAsking({ customerId, heading }: { customerId: string; heading?: 'h2' | 'h3' }) {
  return <Suspense fallback={<Skeleton height={104} mt={16} radius="sm" />}><AskingWish key={customerId} customerId={customerId} heading={heading} /></Suspense>
}
