// A link to a place of the workspace whose address is put together from what a program said, so that no route's type fits it.
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

/** @param follow told when it is pressed, before the page changes */
export function PathLink({ href, className, follow, children, ...marks }: { href: `/${string}`; className?: string | undefined; follow?: () => void; children: ReactNode; 'data-unread'?: true | undefined }) {
  const { history } = useRouter()
  const go = (event: MouseEvent) => {
    follow?.()
    // Another tab is the browser's matter.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.push(href)
  }
  return <a href={href} className={className} onClick={go} {...marks}>{children}</a>
}
