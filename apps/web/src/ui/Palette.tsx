import { useEffect, useRef } from 'react'
import { palette, type PaletteItem, type PaletteSource } from './palette-registry.ts'

/** Actions the palette offers while the component is shown. */
export function usePaletteActions(title: string, items: readonly PaletteItem[]): void {
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  const shape = items.map((item) => `${item.id}\n${item.label}`).join('\n\n')
  useEffect(
    () => palette.addGroup({ title, items: latest.current.map((item, index) => ({ ...item, run: () => latest.current[index]?.run() })) }),
    [title, shape],
  )
}

/** Something the palette asks while one types (tickets, customers). `search` must be stable (useCallback). */
export function usePaletteSource(title: string, search: PaletteSource['search']): void {
  useEffect(() => palette.addSource({ title, search }), [title, search])
}
