import { Outlet, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PageSkeleton } from '../../../ui/Skeletons.tsx'
import { useMetrics } from '../data/queries.ts'
import { RowsPane } from '../rows/RowsPane.tsx'
import { PlaceSelect } from './PlaceSelect.tsx'
import { SideList } from './SideList.tsx'
import './numbers-styles.ts'
import classes from './frame.module.css'

/** Dashboards at the side, a page, and beside it the rows of the number that was opened. On a phone one of them at a time. */
export function NumbersFrame() {
  const { rows } = useSearch({ from: '/workspace/numbers' })
  return (
    <div className={classes.frame} data-rows={rows !== undefined || undefined}>
      <SideList />
      <div className={classes.page} data-numbers-page>
        <PlaceSelect />
        <Suspense fallback={<PageSkeleton />}><Page /></Suspense>
      </div>
      {rows && <Suspense fallback={<div className={classes.waiting}><PageSkeleton /></div>}><RowsPane key={JSON.stringify([rows.metric, rows.from, rows.to, rows.where])} rows={rows} /></Suspense>}
    </div>
  )
}

/** Every page here names metrics. Were the catalogue asked for only by the part that names the first, the whole page would be drawn, go away, and come again. */
function Page() {
  useMetrics()
  return <Outlet />
}
