// A mail's own HTML in a frame that may run nothing: no allow-scripts here, and the document's policy forbids the rest.
// allow-same-origin lets us, and only us, look inside to measure its height.
import { getInteractionDocument, type Interaction } from '@kontuar/contracts'
import { Button, useComputedColorScheme } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../api/api.ts'
import { hasRemoteImages } from './remote-images.ts'
import classes from './body.module.css'

export function BodyHtml({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const theme = useComputedColorScheme('light')
  const [images, setImages] = useState(false)
  const [height, setHeight] = useState<number>()
  const watching = useRef<ResizeObserver>(undefined)
  const blocked = !images && hasRemoteImages(entry.html ?? '')

  const loaded = (frame: HTMLIFrameElement) => {
    watching.current?.disconnect()
    const inside = frame.contentDocument
    if (!inside?.body) return
    const measure = () => setHeight(Math.ceil(Math.max(inside.body.getBoundingClientRect().height, inside.body.scrollHeight)))
    watching.current = new ResizeObserver(measure)
    watching.current.observe(inside.body)
    measure()
    // A click into the mail must not switch the keyboard off.
    inside.addEventListener('keydown', (event) => {
      const copy = new KeyboardEvent('keydown', { key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, shiftKey: event.shiftKey, bubbles: true, cancelable: true })
      if (!frame.dispatchEvent(copy)) event.preventDefault()
    })
  }
  return (
    <div className={classes.html}>
      {blocked && (
        <div className={classes.blocked}>
          <IconPhotoOff size={15} stroke={1.5} aria-hidden />
          <span>{t('images.blocked')}</span>
          <Button variant="subtle" size="compact-xs" onClick={() => setImages(true)}>
            {t('images.show')}
          </Button>
        </div>
      )}
      <iframe
        key={`${theme} ${images}`}
        title={t('entry.frame')}
        className={classes.frame}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="lazy"
        src={apiPath(getInteractionDocument, { id: entry.id }, { theme, images: images ? 'remote' : undefined })}
        style={{ height: height ?? 120 }}
        onLoad={(event) => loaded(event.currentTarget)}
      />
    </div>
  )
}
