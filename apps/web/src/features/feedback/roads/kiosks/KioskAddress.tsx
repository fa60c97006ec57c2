import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { qrPath } from './qr-path.ts'
import shared from '../frame/roads.module.css'

/** The address of a tablet, told once: whoever has it can answer as this tablet. */
export function KioskAddress({ name, url, done }: { name: string; url: string; done: () => void }) {
  const { t } = useTranslation('roads')
  const code = useMemo(() => qrPath(url), [url])
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} tabIndex={-1} className={shared.once} aria-label={t('kiosk.addressOf', { name })}>
      <svg className={shared.qr} viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={t('kiosk.code', { name })} shapeRendering="crispEdges"><path d={code.path} fill="#000" /></svg>
      <div>
        <h3>{t('kiosk.addressOf', { name })}</h3>
        <p>{t('kiosk.once')}</p>
        <CopyField value={url} label={t('kiosk.addressOf', { name })} />
        <ol className={shared.steps}>
          <li>{t('kiosk.step1')}</li>
          <li>{t('kiosk.step2')}</li>
          <li>{t('kiosk.step3')}</li>
        </ol>
        <div><Button variant="default" size="sm" onClick={done}>{t('kiosk.done')}</Button></div>
      </div>
    </section>
  )
}
