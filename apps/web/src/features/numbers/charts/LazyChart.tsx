import { Skeleton } from '@mantine/core'
import { Suspense, lazy } from 'react'
import type { ChartProps } from './EChart.tsx'
import classes from './chart.module.css'

// On its way together with the page, which does not wait for it: ECharts is 200 KB gzipped, and the figures take as long.
const loading = import('./EChart.tsx')
loading.catch(() => {})
const EChart = lazy(async () => ({ default: (await loading).EChart }))

/** A chart, as soon as ECharts is there. */
export const Chart = (props: ChartProps) => <Suspense fallback={<Skeleton className={classes.waiting} height="100%" radius="md" />}><EChart {...props} /></Suspense>
