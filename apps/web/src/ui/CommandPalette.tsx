// Loaded with the first Ctrl/Cmd K. A combobox with a list below it (ARIA authoring practices): the focus stays in the
// field, the arrows move the active option.
import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from './KeyboardHint.tsx'
import { palette, paletteMatches, type PaletteGroup } from './palette-registry.ts'
import classes from './command-palette.module.css'

const pause = 150

function useFound(typed: string): readonly PaletteGroup[] {
  const [found, setFound] = useState<readonly PaletteGroup[]>([])
  useEffect(() => {
    if (typed.trim().length < 2) return setFound([])
    const asked = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        palette.sources().map(async ({ title, search }) => ({ title, items: await search(typed.trim(), asked.signal).catch(() => []) })),
      )
      if (!asked.signal.aborted) setFound(answers)
    }, pause)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [typed])
  return found
}

export function CommandPalette({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const found = useFound(typed)
  const groups = [...palette.groups().map(({ title, items }) => ({ title, items: items.filter((item) => paletteMatches(item, typed)) })), ...found].filter(({ items }) => items.length > 0)
  const flat = groups.flatMap(({ items }) => items)
  const current = Math.min(active, flat.length - 1)
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    if (opened) {
      setTyped('')
      setActive(0)
    }
  }, [opened])
  useEffect(() => {
    // No value: newer browsers answer a promise here, which React would take for the clean-up.
    document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' })
  })

  const run = (index: number) => {
    const item = flat[index]
    if (!item) return
    close()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && flat.length > 0) setActive((current + step + flat.length) % flat.length)
    else if (event.key === 'Enter') run(current)
    else return
    event.preventDefault()
  }

  let index = -1
  return (
    <Modal.Root opened={opened} onClose={close} size={600} yOffset="12vh" padding={0} lockScroll={false}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('palette.open')}>
      <label className={classes.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={flat.length > 0 ? optionId(current) : undefined}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={listId} role="listbox" aria-label={t('palette.open')} className={classes.list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={classes.title} aria-hidden>{group.title}</div>
            {group.items.map((item) => {
              const mine = ++index
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys belong to the field, which keeps the focus
                <div key={item.id} tabIndex={-1} id={optionId(mine)} role="option" aria-selected={mine === current} className={classes.option} onClick={() => run(mine)} onPointerMove={() => setActive(mine)}>
                  <span className={classes.icon} aria-hidden>{item.icon}</span>
                  <span className={classes.label}>{item.label}</span>
                  {item.hint && <span className={classes.hint}>{item.hint}</span>}
                  {item.keys && <KeyboardHint keys={item.keys} />}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 && <p className={classes.nothing} role="status">{t('palette.nothing')}</p>}
      </Modal.Content>
    </Modal.Root>
  )
}
