import { localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core'

/** The same key is read by public/boot.js before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'kontuar.theme' })

/** Without `keepTransitions` Mantine would write a <style> element, which the content security policy forbids. */
export const useColorScheme = () => useMantineColorScheme({ keepTransitions: true })
