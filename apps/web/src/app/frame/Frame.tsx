// What surrounds every screen of the workspace: rail, connection bar, the keys and the palette that work everywhere.
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { LiveProvider } from '../../live/LiveProvider.tsx'
import { useColorScheme } from '../../theme/color-scheme.ts'
import { usePaletteActions } from '../../ui/Palette.tsx'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import { useShortcutListener, useShortcuts } from '../../ui/Shortcuts.tsx'
import { undo } from '../../ui/undo.ts'
import { ConnectionBar } from './ConnectionBar.tsx'
import { Rail, useRailItems } from './Rail.tsx'
import { usePaletteSources } from './use-palette-sources.tsx'
import classes from './frame.module.css'

const CommandPalette = lazy(async () => ({ default: (await import('../../ui/CommandPalette.tsx')).CommandPalette }))
const ShortcutOverlay = lazy(async () => ({ default: (await import('../../ui/ShortcutOverlay.tsx')).ShortcutOverlay }))

export function Frame() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const items = useRailItems()
  const { theme } = useMe().staff
  const { setColorScheme } = useColorScheme()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  // Each is loaded when first wanted and then kept, so that its closing can be seen.
  const [wanted, setWanted] = useState({ palette: false, shortcuts: false })
  const before = useRef<Element | null>(null)
  const show = (which: 'palette' | 'shortcuts') => {
    before.current = document.activeElement
    setWanted((before) => ({ ...before, [which]: true }))
    setOpen(which)
  }
  // A dialog that is loaded when it is first opened has not seen where the focus was, so we give it back ourselves; to the
  // new page, when the palette has led there. It takes some frames until the dialog is gone.
  const giveFocusBack = (frames: number) => void requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return frames > 0 ? giveFocusBack(frames - 1) : undefined
    const back = before.current?.isConnected && before.current !== document.body ? before.current : (document.querySelector('[data-timeline]') ?? document.getElementById('content'))
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  })
  const close = () => {
    setOpen(null)
    giveFocusBack(30)
  }

  const showTheme = useEffectEvent(setColorScheme)
  useEffect(() => showTheme(theme), [theme])
  // When what had the focus is gone with the old page, the keyboard goes on at the new one.
  const path = useLocation({ select: ({ pathname }) => pathname })
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [path])
  useShortcutListener()
  useShortcuts(t('shortcuts.everywhere'), [
    { keys: 'mod+k', label: t('shortcuts.palette'), run: () => show('palette'), whileTyping: true },
    { keys: '?', label: t('shortcuts.help'), run: () => show('shortcuts') },
    { keys: 'z', label: t('shortcuts.undo'), run: () => void undo() },
    ...items.map((item) => ({ keys: item.keys, label: t(item.goLabel), run: () => void navigate({ to: item.to }) })),
  ])
  usePaletteSources()
  usePaletteActions(t('palette.go'), [
    ...items.map(({ to, label, icon: Icon, keys }) => ({ id: to, label: t(label), icon: <Icon size={18} stroke={1.5} />, keys, run: () => void navigate({ to }) })),
    { id: 'shortcuts', label: t('shortcuts.title'), keys: '?', run: () => show('shortcuts') },
  ])

  return (
    <LiveProvider>
      <div className={classes.frame}>
        <a href="#content" className={classes.skip}>{t('nav.skip')}</a>
        <Rail showShortcuts={() => show('shortcuts')} />
        <ConnectionBar />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {wanted.palette && <CommandPalette opened={open === 'palette'} close={close} />}
        {wanted.shortcuts && <ShortcutOverlay opened={open === 'shortcuts'} close={close} />}
      </Suspense>
    </LiveProvider>
  )
}
