import { getPoster, getQrPng, getQrSvg, type SurveyLink } from '@kontuar/contracts'
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../../api/api.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { LinkActs } from '../links/LinkActs.tsx'
import shared from '../frame/roads.module.css'
import classes from './qr.module.css'

/** A code with its place; opened, it is seen large and can be taken away. */
export function QrRow({ link, language }: { link: SurveyLink; language: string | undefined }) {
  const { t } = useTranslation('roads')
  const [open, setOpen] = useState(false)
  const body = useId()
  const params = { id: link.id }
  const poster = (paper: 'A4' | 'A6') => apiPath(getPoster, params, { paper, language })
  const name = link.place || link.name
  return (
    <li className={shared.item} data-off={!link.active || undefined}>
      <div className={shared.row}>
        <UnstyledButton className={classes.head} aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
          <IconChevronRight size={15} stroke={1.5} aria-hidden data-open={open || undefined} className={classes.chevron} />
          <img src={apiPath(getQrSvg, params)} alt="" width={36} height={36} loading="lazy" className={classes.small} />
          <span className={shared.main}>
            <span className={shared.name}>{name}</span>
            <span className={shared.soft}>{[...(link.place ? [link.name] : []), ...(link.locationName === null ? [] : [link.locationName])].join(' · ')}</span>
          </span>
        </UnstyledButton>
        <span className={shared.number}>{t('answers', { count: link.answers })}</span>
        <LinkActs link={link} />
      </div>
      <div id={body} hidden={!open}>
        {open && (
          <div className={classes.opened}>
            <img src={apiPath(getQrSvg, params)} alt={t('qr.codeOf', { name })} width={184} height={184} className={classes.large} />
            <div className={classes.take}>
              <CopyField value={link.url} label={t('addressOf', { name })} />
              <ul className={classes.downloads}>
                <li><span>{t('qr.poster')}</span> <a href={poster('A4')} target="_blank" rel="noreferrer">A4</a> <a href={poster('A6')} target="_blank" rel="noreferrer">A6</a></li>
                <li><span>{t('qr.picture')}</span> <a href={apiPath(getQrSvg, params)} download={`qr-${link.code}.svg`}>SVG</a> <a href={apiPath(getQrPng, params, { pixels: 1200 })} download={`qr-${link.code}.png`}>PNG</a></li>
              </ul>
              <p className={shared.soft}>{t('qr.scanHint', { at: new Intl.NumberFormat(currentLocale()).format(2) })}</p>
            </div>
          </div>
        )}
      </div>
    </li>
  )
}
