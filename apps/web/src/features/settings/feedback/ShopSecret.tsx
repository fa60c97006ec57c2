import type { ShopSource } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../../ui/CopyField.tsx'
import classes from './feedback.module.css'

/** Told once: who has it can tell of purchases in the shop's name. */
export function ShopSecret({ shop, secret, done }: { shop: ShopSource; secret: string; done: () => void }) {
  const { t } = useTranslation('inviting')
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} tabIndex={-1} className={classes.once} aria-label={t('secretOf', { name: shop.name })}>
      <h3>{t('secretOf', { name: shop.name })}</h3>
      <p>{t('secretOnce')}</p>
      <p className={classes.label}>{t('shopUrl')}</p>
      <CopyField value={shop.url} label={t('shopUrl')} />
      <p className={classes.label}>{t('secret')}</p>
      <CopyField value={secret} label={t('secret')} />
      <div><Button variant="default" size="sm" onClick={done}>{t('secretDone')}</Button></div>
    </section>
  )
}
