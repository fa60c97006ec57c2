import { Skeleton } from '@mantine/core'
import classes from './ticket-page.module.css'

export function TicketHeaderSkeleton() {
  return (
    <header className={classes.header} aria-hidden>
      <div className={classes.top}>
        <Skeleton height={14} width="46%" radius="sm" />
      </div>
      <div className={classes.controls} style={{ height: 30, marginLeft: 0, gap: 20 }}>
        <Skeleton height={10} width={70} radius="sm" />
        <Skeleton height={10} width={110} radius="sm" />
      </div>
    </header>
  )
}
