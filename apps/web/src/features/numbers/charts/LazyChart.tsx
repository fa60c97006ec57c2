import { Skeleton } from '@mantine/core'
import { Suspense, lazy } from 'react'
import type { ChartProps } from './EChart.tsx'
import classes from './chart.module.css'

const EChart = lazy(async () => ({ default: (await import('./EChart.tsx')).EChart }))

/** ECharts comes with the first chart that is shown, and no page waits for it. */
export const Chart = (props: ChartProps) => <Suspense fallback={<Skeleton className={classes.waiting} height="100%" radius="md" />}><EChart {...props} /></Suspense>
