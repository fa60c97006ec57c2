// The place of the open warnings on a dashboard; they come, with their words, only where such a tile stands.
import { Suspense, lazy } from 'react'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'

const Open = lazy(async () => ({ default: (await import('../warnings/tile/WarningsTile.tsx')).WarningsTile }))

export const WarningsTile = () => <Suspense fallback={<RowSkeletons rows={3} height={52} />}><Open /></Suspense>
