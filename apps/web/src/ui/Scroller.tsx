import type { ReactNode } from 'react'

/** What is wider than its room: scrolled by finger, by mouse, and by the arrows once the keyboard is in it. */
export function Scroller({ label, className, children }: { label: string; className: string | undefined; children: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1)
  return <div className={className} tabIndex={0} role="group" aria-label={label}>{children}</div>
}
