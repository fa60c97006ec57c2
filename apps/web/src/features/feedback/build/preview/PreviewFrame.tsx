import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dress, framePage } from './frame-html.ts'
import classes from './preview.module.css'

/** Widths in pixels of what customers hold in their hands, and of what stands on a desk. */
export const devices = { phone: { width: 375, height: 667 }, desktop: { width: 900, height: 640 } } as const
export type Device = keyof typeof devices

interface Props {
  html: string
  device: Device
  /** The button of the page was pressed, with what its form holds. */
  submit?: (form: URLSearchParams) => void
  stale?: boolean
}

/** A page as a customer sees it, scaled to the room there is. It runs no scripts and sends nothing; its button leads on within the preview. */
export function PreviewFrame({ html, device, submit, stale = false }: Props) {
  const { t } = useTranslation('surveys')
  const room = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [scale, setScale] = useState(1)
  const page = useMemo(() => framePage(html), [html])
  const latest = useRef(submit)
  useEffect(() => {
    latest.current = submit
  })
  const { width, height } = devices[device]
  useEffect(() => {
    const element = room.current!
    const measure = () => setScale(Math.min(1, element.clientWidth / width))
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [width])

  const loaded = (element: HTMLIFrameElement) => {
    dress(element, page)
    const inside = element.contentDocument
    if (!inside) return
    inside.addEventListener('click', (event) => {
      const pressed = (event.target as Element | null)?.closest?.('a, button, input[type=submit], summary, label')
      if (!pressed || pressed.matches('summary, label')) return
      event.preventDefault()
      const form = pressed.matches('button, input') ? pressed.closest('form') : null
      if (form && pressed.getAttribute('name') !== 'back') latest.current?.(new URLSearchParams([...formEntries(form)]))
    })
    inside.addEventListener('keydown', (event) => {
      // Enter in a field would send the form, which the frame may not; keys of the workspace work from here too.
      if (event.key === 'Enter' && (event.target as Element | null)?.matches?.('input')) event.preventDefault()
      if (!(event.ctrlKey || event.metaKey)) return
      const copy = new KeyboardEvent('keydown', { key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey, bubbles: true, cancelable: true })
      if (!element.dispatchEvent(copy)) event.preventDefault()
    })
  }
  return (
    <div ref={room} className={classes.room}>
      <div className={classes.device} data-device={device} style={{ width: width * scale, height: height * scale }} data-stale={stale || undefined}>
        <iframe
          ref={frame}
          title={t('preview.frame')}
          className={classes.frame}
          sandbox="allow-same-origin"
          srcDoc={page.html}
          style={{ width, height, transform: `scale(${scale})` }}
          onLoad={(event) => loaded(event.currentTarget)}
        />
      </div>
    </div>
  )
}

function* formEntries(form: HTMLFormElement): Generator<[string, string]> {
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') yield [name, value]
}
