import { useDocumentTitle } from '@mantine/hooks'

/** The title of the tab; also what a screen reader says on arrival. Call it once in every page. */
export const useTitle = (title: string): void => useDocumentTitle(title.trim() === '' ? 'Kontuar' : `${title} · Kontuar`)
