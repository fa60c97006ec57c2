import { placeOf } from './figure-words.ts'
import classes from './interval.module.css'

interface Range { low: number; high: number }
interface Given { value: number; interval: Range; bounds: Range; /** In words: what is drawn is not heard. */ label: string; small?: boolean }
const at = (place: number) => `${(place * 100).toFixed(2)}%`

/** Where the value stands on the whole scale, and how far the truth may be from it. A line marks zero where the scale has one. */
export function IntervalBand({ value, interval, bounds, label, small = false }: Given) {
  const [from, to] = [placeOf(interval.low, bounds), placeOf(interval.high, bounds)]
  return (
    <span className={classes.track} data-small={small || undefined} role="img" aria-label={label} title={label}>
      {bounds.low < 0 && <span className={classes.zero} style={{ left: at(placeOf(0, bounds)) }} />}
      <span className={classes.band} style={{ left: at(from), width: at(to - from) }} />
      <span className={classes.dot} style={{ left: at(placeOf(value, bounds)) }} />
    </span>
  )
}
