import { useComputedColorScheme } from '@mantine/core'
import { darkLook, lightLook, type Look } from '@kontuar/charts'

/** The colours of charts follow the theme of the screen; on paper everything is light. */
export const useLook = (): Look => (useComputedColorScheme('light') === 'dark' ? darkLook : lightLook)
