import { PageSkeleton } from '../../ui/Skeletons.tsx'
import frame from './frame.module.css'
import rail from './rail.module.css'

/** The frame before it is known who sits there. */
export function FrameSkeleton() {
  return (
    <div className={frame.frame}>
      <div className={rail.rail} />
      <main className={frame.content}>
        <PageSkeleton />
      </main>
    </div>
  )
}
