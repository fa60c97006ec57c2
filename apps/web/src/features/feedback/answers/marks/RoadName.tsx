import type { Road } from '@kontuar/contracts'
import { IconApi, IconBrowser, IconDeviceTablet, IconFileImport, IconForms, IconLink, IconMail, IconMessage2, IconPhone, IconQrcode } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './road-name.module.css'

const icons: Record<Road, typeof IconMail> = { email: IconMail, sms: IconMessage2, link: IconLink, qr: IconQrcode, kiosk: IconDeviceTablet, website: IconBrowser, embedded: IconForms, api: IconApi, agent: IconPhone, import: IconFileImport }

/** How the asking reached the person. */
export function RoadName({ road }: { road: Road }) {
  const { t } = useTranslation('answers')
  const Icon = icons[road]
  return <span className={classes.road}><Icon size={14} stroke={1.5} aria-hidden />{t(`road.${road}`)}</span>
}
