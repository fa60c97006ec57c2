import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { theme } from '../theme/theme.ts'
import { colorSchemeManager } from '../theme/color-scheme.ts'
import { UndoToasts } from '../ui/UndoToast.tsx'
import { router } from './router.tsx'

/**
 * Mantine would write its variables and responsive classes into <style> elements, which the content security policy
 * forbids: both are off, the variables come from theme/mantine-variables.css. So `visibleFrom`, `hiddenFrom` and
 * responsive style props (`p={{ base: … }}`) do nothing here: use a CSS module.
 */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager} withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <UndoToasts />
      </QueryClientProvider>
    </MantineProvider>
  )
}
