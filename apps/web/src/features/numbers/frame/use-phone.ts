import { useMediaQuery } from '@mantine/hooks'

/** As in the style sheets: there is room for one thing, and what stood beside the page is the page. */
export const usePhone = (): boolean => useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false })
