import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/mantine-variables.css'
import './theme/mantine-styles.ts'
import './theme/tokens.css'
import './theme/elements.css'
import { App } from './app/App.tsx'
import { startI18n } from './i18n/i18n.ts'

await startI18n()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
