import { Button, Textarea } from '@mantine/core'
import { IconFile, IconUpload, IconX } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fileSize } from '../../../../ui/file-size.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import shared from '../frame/roads.module.css'
import classes from './lists.module.css'

export type Given = { file: File; text: null } | { file: null; text: string }
export const nothingGiven: Given = { file: null, text: '' }

/** A file dropped or chosen, or rows pasted from a spreadsheet. */
export function FileOrText({ given, change, label, hint, error }: { given: Given; change: (given: Given) => void; label: string; hint: string; error?: string | undefined }) {
  const { t } = useTranslation('roads')
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(given.file === null && given.text !== '')
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => file && change({ file, text: null })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <fieldset className={shared.choice} aria-describedby={error ? 'file-error' : undefined}>
      <legend>{label}</legend>
      <p className={shared.soft}>{hint}</p>
      <input ref={input} type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" hidden onChange={(event) => { take(event.currentTarget.files?.[0]); event.currentTarget.value = '' }} />
      {given.file !== null ? (
        <div className={classes.file}>
          <IconFile size={17} stroke={1.5} aria-hidden /> <span>{given.file.name}</span> <span className={shared.soft}>{fileSize(given.file.size, currentLocale())}</span>
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconX size={14} stroke={1.5} aria-hidden />} onClick={() => change(nothingGiven)}>{t('file.other')}</Button>
        </div>
      ) : pasting ? (
        <div className={classes.paste}>
          <Textarea autoFocus aria-label={t('file.paste')} placeholder={'email;name\nanna@example.com;Anna Nowak'} classNames={{ input: classes.rows! }} rows={6} spellCheck={false} value={given.text} error={error} onChange={(event) => change({ file: null, text: event.currentTarget.value })} />
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => { setPasting(false); change(nothingGiven) }}>{t('file.choose')}</Button>
        </div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is the second way; the button inside is the first
        <div className={classes.drop} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
          <Button variant="default" leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />} onClick={() => input.current?.click()}>{t('file.choose')}</Button>
          <span className={shared.soft}>{t('file.drop')}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => setPasting(true)}>{t('file.paste')}</Button>
        </div>
      )}
      {error && (given.file !== null || !pasting) && <p id="file-error" role="alert" className={classes.error}>{error}</p>}
    </fieldset>
  )
}
