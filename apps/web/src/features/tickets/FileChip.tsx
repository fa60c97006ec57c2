import { CloseButton } from '@mantine/core'
import { IconCalendarEvent, IconFile, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconFileZip, IconLock, IconMail, IconMusic, IconPhoto, IconVideo, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../i18n/i18n.ts'
import { fileSize } from '../../ui/file-size.ts'
import classes from './file-chip.module.css'

const icons: readonly [RegExp, TablerIcon][] = [
  [/^image\//, IconPhoto],
  [/pdf/, IconFileTypePdf],
  [/spreadsheet|excel|csv/, IconFileSpreadsheet],
  [/zip|compressed|x-tar|x-7z|rar/, IconFileZip],
  [/calendar/, IconCalendarEvent],
  [/rfc822/, IconMail],
  [/pkcs7|pgp/, IconLock],
  [/^audio\//, IconMusic],
  [/^video\//, IconVideo],
  [/^text\/|word|document|rtf/, IconFileText],
]
const iconOf = (type: string): TablerIcon => icons.find(([test]) => test.test(type.toLowerCase()))?.[1] ?? IconFile

interface Given { name: string; type: string; size: number; href?: string; progress?: number | undefined; failed?: string | undefined; remove?: (() => void) | undefined }

/** A file: what it is, its name, how large. To be fetched (`href`), on its way up (`progress` 0–1), or to be taken off. */
export function FileChip({ name, type, size, href, progress, failed, remove }: Given) {
  const { t } = useTranslation('tickets')
  const Icon = iconOf(type)
  const label = name || t('files.unnamed')
  const inside = (
    <>
      <Icon size={16} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.name}>{label}</span>
      <span className={classes.size}>{failed ?? fileSize(size, currentLocale())}</span>
    </>
  )
  return (
    <span className={classes.chip} data-failed={failed !== undefined || undefined}>
      {href ? (
        <a href={href} download={name || true} className={classes.link}>
          {inside}
        </a>
      ) : (
        <span className={classes.link}>{inside}</span>
      )}
      {remove && <CloseButton size="xs" aria-label={t('files.remove', { name: label })} onClick={remove} />}
      {progress !== undefined && progress < 1 && (
        <span role="progressbar" aria-label={t('files.uploading', { name: label })} aria-valuenow={Math.round(progress * 100)} aria-valuemin={0} aria-valuemax={100} className={classes.progress} style={{ width: `${progress * 100}%` }} />
      )}
    </span>
  )
}
