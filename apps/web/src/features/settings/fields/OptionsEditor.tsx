// Options as lines one types into: Enter adds the next, the arrows beside move, what is taken out of use can come back.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArchive, IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { randomId } from '../../../api/random-id.ts'
import { broughtBack, depthOf, inOrder, shifted, without, type Option } from './options.ts'
import classes from './options.module.css'

interface Props { value: readonly Option[]; change: (options: Option[]) => void; /** As the server has them. */ stored: readonly Option[]; tree: boolean; error?: string | undefined }

export function OptionsEditor({ value, change, stored, tree, error }: Props) {
  const { t } = useTranslation('desk')
  const list = useRef<HTMLDivElement>(null)
  const next = useRef<string>(undefined)
  useEffect(() => {
    if (next.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(next.current)}"] input`)?.focus()
    next.current = undefined
  })
  const used = inOrder(value).filter(({ retired }) => !retired)
  const retired = value.filter((option) => option.retired)

  /** Behind `after` and what stands below it, or at the end of its parent. */
  const add = (parentId: string | null, after?: Option) => {
    const made: Option = { id: randomId(), name: '', ...(parentId === null ? {} : { parentId }) }
    next.current = made.id
    const ordered = inOrder(value)
    change(inOrder(after === undefined ? [...ordered, made] : ordered.toSpliced(ordered.indexOf(ordered.find(({ id }) => id === after.id)!) + 1, 0, made)))
  }
  const place = (option: Option, by: -1 | 1) => {
    next.current = option.id
    change(shifted(inOrder(value), option.id, by))
  }
  const icon = { size: 15, stroke: 1.5, 'aria-hidden': true }
  return (
    <fieldset className={classes.editor} ref={list as never}>
      <legend>{t('options.title')}</legend>
      <p className={classes.hint}>{tree ? t('options.treeHint') : t('options.hint')}</p>
      {used.map((option) => {
        const siblings = used.filter(({ parentId }) => (parentId ?? null) === (option.parentId ?? null))
        const at = siblings.indexOf(option)
        const depth = depthOf(value, option)
        const name = option.name || t('options.nameless')
        const known = stored.some(({ id }) => id === option.id)
        return (
          <div key={option.id} data-option={option.id} className={classes.option} style={{ '--depth': depth } as CSSProperties}>
            <TextInput
              size="xs"
              className={classes.field}
              aria-label={t('options.name')}
              maxLength={100}
              autoComplete="off"
              aria-invalid={error !== undefined && option.name.trim() === ''}
              value={option.name}
              onChange={(event) => change(value.map((each) => (each.id === option.id ? { ...each, name: event.currentTarget.value } : each)))}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                  event.preventDefault()
                  if (option.name.trim() !== '') add(option.parentId ?? null, option)
                }
                if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                  event.preventDefault()
                  place(option, event.key === 'ArrowUp' ? -1 : 1)
                }
                if (event.key === 'Backspace' && option.name === '' && !known) {
                  event.preventDefault()
                  next.current = used[used.indexOf(option) - 1]?.id
                  change(without(value, option.id, stored))
                }
              }}
            />
            <ActionIcon size={28} aria-label={t('options.up', { name })} disabled={at === 0} onClick={() => place(option, -1)}><IconArrowUp {...icon} /></ActionIcon>
            <ActionIcon size={28} aria-label={t('options.down', { name })} disabled={at === siblings.length - 1} onClick={() => place(option, 1)}><IconArrowDown {...icon} /></ActionIcon>
            {tree && depth < 5 && <ActionIcon size={28} aria-label={t('options.addBelow', { name })} title={t('reasons.addBelowShort')} onClick={() => add(option.id)}><IconPlus {...icon} /></ActionIcon>}
            <ActionIcon size={28} aria-label={known ? t('retired.actOf', { name }) : t('options.remove', { name })} title={known ? t('retired.act') : t('options.removeShort')} onClick={() => change(without(value, option.id, stored))}>{known ? <IconArchive {...icon} /> : <IconX {...icon} />}</ActionIcon>
          </div>
        )
      })}
      <Button className={classes.add} type="button" variant="subtle" size="compact-sm" leftSection={<IconPlus {...icon} />} onClick={() => add(null)}>{t('options.add')}</Button>
      {error !== undefined && <p className={classes.error} role="alert">{error}</p>}
      {retired.length > 0 && (
        <details className={classes.retired}>
          <summary>{t('retired.title', { count: retired.length })}</summary>
          {retired.map((option) => (
            <div key={option.id} className={classes.back}>
              <span>{option.name}</span>
              <Button type="button" variant="default" size="compact-xs" aria-label={t('retired.bringBackOf', { name: option.name })} onClick={() => change(broughtBack(value, option.id))}>{t('retired.bringBack')}</Button>
            </div>
          ))}
        </details>
      )}
    </fieldset>
  )
}
