// Kontuar's own look on Mantine. The colours people see are in tokens.css; the palettes here feed Mantine's
// variants (filled, light …) from the same values. After a change: `node dev/write-theme-css.ts`.
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const teal: MantineColorsTuple = ['#eef6f5', '#dbeceb', '#b5d8d5', '#8bc3bf', '#5fada8', '#3a928d', '#1f7773', '#0f5c59', '#0b4b49', '#083836']
const red: MantineColorsTuple = ['#fdf0ee', '#fadfdb', '#f3bdb6', '#ec978d', '#e47165', '#d14e42', '#c03a2e', '#a82c22', '#8a231b', '#6b1a14']
const amber: MantineColorsTuple = ['#fdf5e6', '#faeacb', '#f4d395', '#ecb95a', '#dd9c2c', '#c07f14', '#a2690c', '#855509', '#6b4408', '#523406']
const green: MantineColorsTuple = ['#eef6ef', '#dcecde', '#b8d8bc', '#8fc196', '#66a96f', '#448c4f', '#31743c', '#275d30', '#1f4b27', '#17381d']
const gray: MantineColorsTuple = ['#faf8f5', '#f4f1ec', '#eae6df', '#dfd9d0', '#cbc4b9', '#a8a095', '#7d766c', '#645e56', '#45413b', '#292723']
const dark: MantineColorsTuple = ['#ece8e2', '#d3cec6', '#aaa49a', '#8b857b', '#4b4741', '#38352f', '#2b2925', '#211f1c', '#171614', '#0f0e0d']

export const theme = createTheme({
  colors: { teal, red, amber, green, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  black: '#211f1b',
  autoContrast: false,
  fontFamily: "'Inter Variable', 'Inter fallback', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, monospace",
  // The base is 14 px: sm everywhere, xs for what is said beside, md and up for titles.
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.35', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: false } },
    // The placeholder for the first focus is a child that role=menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    // The page itself never scrolls (see frame.module.css), and locking it would write a <style> element.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.3 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'sm' } },
  },
})
