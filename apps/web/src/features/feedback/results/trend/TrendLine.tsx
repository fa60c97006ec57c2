import { useElementSize } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { spanWords } from '../../answers/days.ts'
import { valueText, type MetricName } from '../figure-words.ts'
import { useResultsPlace } from '../results-context.ts'
import type { Step } from '../results-search.ts'
import { useFigureWords } from '../use-figure-words.ts'
import { lineOf, namedPoints, rangeOf, ribbonOf, runsOf, type Point } from './trend-shape.ts'
import classes from './trend.module.css'

const height = 220
const tag = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

export function TrendLine({ points, metric, step }: { points: readonly Point[]; metric: MetricName; step: Step }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  const { ref, width } = useElementSize()
  const range = rangeOf(points, metric)
  const room = { width: Math.max(width, 240), height, left: 40, right: 48, top: 14, bottom: 26 }
  const across = room.width - room.left - room.right
  const x = (index: number) => room.left + (points.length === 1 ? across / 2 : (index / (points.length - 1)) * across)
  const y = (value: number) => room.top + (1 - (value - range.low) / (range.high - range.low)) * (height - room.top - room.bottom)
  const runs = runsOf(points, range, room)
  const last = runs.at(-1)?.at(-1)
  const day = new Intl.DateTimeFormat(tag(locale), { timeZone: 'UTC', ...(step === 'month' ? { month: 'short', ...(points.length > 11 && { year: '2-digit' }) } : { day: 'numeric', month: 'short' }) })
  const slice = points.length === 1 ? across : across / (points.length - 1)
  return (
    <div ref={ref} className={classes.line} style={{ height }} role="group" aria-label={t('trend.label')}>
      {width > 0 && (
        <>
          <svg width={room.width} height={height} aria-hidden className={classes.svg}>
            {step === 'day' && points.map(({ from }, index) => ([0, 6].includes(new Date(from).getUTCDay()) ? <rect key={from} className={classes.weekend} x={Math.max(room.left, x(index) - slice / 2)} width={Math.max(0, Math.min(room.width - room.right, x(index) + slice / 2) - Math.max(room.left, x(index) - slice / 2))} y={room.top} height={height - room.top - room.bottom} /> : null))}
            {range.ticks.map((tick) => (
              <g key={tick}>
                <line className={classes.grid} data-zero={tick === 0 || undefined} x1={room.left} x2={room.width - room.right} y1={y(tick)} y2={y(tick)} />
                <text className={classes.tick} x={room.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">{valueText(metric, tick, locale)}</text>
              </g>
            ))}
            {namedPoints(points.length, Math.floor(across / 76)).map((index) => <text key={index} className={classes.tick} x={x(index)} y={height - 6} textAnchor="middle">{day.format(new Date(points[index]!.from))}</text>)}
            {runs.map((run) => <path key={run[0]!.point.from} className={classes.ribbon} d={ribbonOf(run)} />)}
            {runs.map((run) => <path key={run[0]!.point.from} className={classes.path} d={lineOf(run)} />)}
            {runs.flat().map(({ x: cx, y: cy, point }) => (slice > 10 || runs.some((run) => run.length === 1 && run[0]!.point === point) ? <circle key={point.from} className={classes.dot} cx={cx} cy={cy} r={slice > 24 ? 3 : 2} /> : null))}
            {last && <text className={classes.lastValue} x={last.x + 8} y={last.y} dy="0.32em">{valueText(metric, last.point.figure!.value!, locale)}</text>}
          </svg>
          <Points points={points} x={x} slice={slice} top={(point) => runs.flat().find((place) => place.point === point)?.y ?? height - room.bottom} width={room.width} />
        </>
      )}
    </div>
  )
}

/** A strip over each point: it says the point under the pointer or the focus, and leads to its rows. One stop for Tab, arrows inside. */
function Points({ points, x, slice, top, width }: { points: readonly Point[]; x: (index: number) => number; slice: number; top: (point: Point) => number; width: number }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const { survey, behind } = useResultsPlace()
  const navigate = useNavigate()
  const [at, setAt] = useState<number | null>(null)
  const [stop, setStop] = useState(points.length - 1)
  const said = ({ from, until, n, figure }: Point) => [spanWords(from, until, currentLocale()), figure?.shown && figure.interval ? `${words.value(figure)} (${words.range(figure.metric, figure.interval)})` : figure ? words.tooFew(figure) : null, t('n', { count: n })].filter((each) => each !== null)
  const current = at === null ? undefined : points[at]
  const move = (event: React.KeyboardEvent<HTMLElement>, index: number) => {
    const to = event.key === 'ArrowRight' ? index + 1 : event.key === 'ArrowLeft' ? index - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? points.length - 1 : null
    if (to === null || !points[to]) return
    event.preventDefault()
    event.stopPropagation()
    setStop(to);
    (event.currentTarget.parentElement?.children[to] as HTMLElement | undefined)?.focus()
  }
  return (
    <>
      <div className={classes.points} onPointerLeave={() => setAt(null)}>
        {points.map((point, index) => (
          <Link
            key={point.from} to="/feedback/surveys/$surveyId/answers" params={{ surveyId: survey.id }} search={behind({ from: point.from, until: point.until })} preload={false}
            className={classes.point} style={{ left: x(index) - slice / 2, width: slice }} aria-label={said(point).join(', ')} tabIndex={index === Math.min(stop, points.length - 1) ? 0 : -1}
            onPointerEnter={() => setAt(index)} onFocus={() => setAt(index)} onBlur={() => setAt(null)} onKeyDown={(event) => move(event, index)}
            onClick={(event) => {
              // A finger first looks, then opens.
              if (at === index || !matchMedia('(hover: none)').matches) return
              event.preventDefault()
              setAt(index)
            }}
          />
        ))}
      </div>
      {current && at !== null && (
        <div className={classes.tip} style={{ left: Math.min(Math.max(x(at), 90), width - 90), top: top(current) }} onPointerUp={() => void navigate({ to: '/feedback/surveys/$surveyId/answers', params: { surveyId: survey.id }, search: behind({ from: current.from, until: current.until }) })} aria-hidden>
          {said(current).map((line) => <span key={line}>{line}</span>)}
        </div>
      )}
    </>
  )
}
