// A chart on the screen. It is drawn by ECharts as SVG; what is under the pointer is said in a label of our own, since the one of
// ECharts writes style attributes, which the content security policy refuses. The table beside every chart is the way of the keyboard.
import type { Drawn, Frame, Hit } from '@kontuar/charts'
import { init, type EChartsType } from '@kontuar/charts/draw'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Tip } from './Tip.tsx'
import { useLook } from './use-look.ts'
import classes from './chart.module.css'

export interface ChartProps { draw: (frame: Frame) => Drawn; /** What it shows, in a sentence. */ label: string; open: (hit: Hit) => void; /** After drawing: how many groups found no room. */ told?: (left: number) => void }
interface At { hit: Hit; x: number; y: number }

export function EChart({ draw, label, open, told }: ChartProps) {
  const look = useLook()
  const { timeZone } = useMe().organization
  const { ref: measured, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const [at, setAt] = useState<At | null>(null)
  const drawn = useMemo(() => (width > 40 && height > 30 ? draw({ width, height, look, locale: currentLocale(), timeZone }) : null), [draw, width, height, look, timeZone])

  const point = useEffectEvent((x: number, y: number, item: number | null): At | null => {
    if (!drawn || !chart.current) return null
    const index = drawn.reach === 'item' ? item : placeOf(chart.current, drawn.reach, x, y)
    const hit = index === null ? undefined : drawn.hits[index]
    return hit ? { hit, x, y } : null
  })
  const act = useEffectEvent((found: At | null, touched: boolean) => {
    // A finger first looks; what it saw has a button of its own.
    if (touched || found === null) return setAt(found)
    if (found.hit.rows !== null) open(found.hit)
  })

  const sized = width > 0
  useEffect(() => {
    if (!place.current || !sized) return
    const made = init(place.current, null, { renderer: 'svg' })
    chart.current = made
    let item: number | null = null
    const touch = (event: unknown) => (event as { event?: { zrByTouch?: boolean; pointerType?: string } }).event?.zrByTouch === true
    const itemOf = (params: unknown) => (params as { data?: { hit?: number } }).data?.hit ?? null
    made.on('mouseover', (params) => { item = itemOf(params) })
    made.on('mouseout', () => { item = null })
    const zr = made.getZr()
    zr.on('mousemove', ({ offsetX, offsetY }) => {
      const found = point(offsetX, offsetY, item)
      setAt(found)
      zr.setCursorStyle(found?.hit.rows ? 'pointer' : 'default')
    })
    zr.on('globalout', () => setAt((now) => (matchMedia('(hover: none)').matches ? now : null)))
    zr.on('click', (event) => act(point(event.offsetX, event.offsetY, item), touch(event)))
    return () => {
      made.dispose()
      chart.current = undefined
    }
  }, [sized])

  const tell = useEffectEvent((left: number) => told?.(left))
  useEffect(() => {
    if (!drawn || !chart.current) return
    chart.current.resize({ width, height })
    chart.current.setOption(drawn.option, { notMerge: true })
    tell(drawn.left)
  }, [drawn, width, height])

  return (
    <div className={classes.chart} onPointerLeave={(event) => { if (event.pointerType === 'mouse') setAt(null) }}>
      <div ref={useMergedRef(measured, place)} className={classes.canvas} role="img" aria-label={label} />
      {at && <Tip hit={at.hit} x={at.x} y={at.y} width={width} open={open} />}
    </div>
  )
}

function placeOf(chart: EChartsType, reach: 'x' | 'y', x: number, y: number): number | null {
  const inside = [0, 1, 2].some((gridIndex) => { try { return chart.containPixel({ gridIndex }, [x, y]) } catch { return false } })
  if (!inside && reach === 'x') return null
  const [across, down] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]) as [number, number]
  const index = Math.round(reach === 'x' ? across : down)
  return Number.isFinite(index) && index >= 0 ? index : null
}
