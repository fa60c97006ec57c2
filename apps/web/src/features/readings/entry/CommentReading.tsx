import { ReadingChip } from './ReadingChip.tsx'
import { useReading } from './use-readings.ts'
import classes from './reading.module.css'

/** Under the comment of an answer, on the answer's own page. */
export function CommentReading({ answerId, comment }: { answerId: string; comment: string }) {
  const of = { answerId }
  const reading = useReading(of, answerId)
  return reading === undefined ? null : <p className={classes.under}><ReadingChip of={of} reading={reading} text={comment} placeOf={() => document.querySelector('[data-comment]')} /></p>
}
