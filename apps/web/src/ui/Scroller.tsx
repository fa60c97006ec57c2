import type { ReactNode } from 'react'

interface Given {
  label: string
  className: string | undefined
  /** Its name is no other part's of the page: a place to jump to. */
  landmark?: boolean
  children: ReactNode
}

/** What is larger than its room: scrolled by finger, by mouse, and by the arrows once the keyboard is in it. */
export function Scroller({ label, className, landmark = false, children }: Given) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1)
  return <div className={className} tabIndex={0} role={landmark ? 'region' : 'group'} aria-label={label}>{children}</div>
}
