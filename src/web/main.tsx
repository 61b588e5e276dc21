import '@mantine/core/styles.layer.css'
import '@fontsource-variable/noto-sans/wght.css'
import './style.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { mayHoldBox } from './field/mark.ts'
import { apply } from './session/preferences.ts'
import { bounceBack } from './session/quick-exit.ts'
import { refresh } from './session/store.ts'

// A page that the browser kept whole for the Back button would come back without asking anybody.
window.addEventListener('pageshow', event => {
  if (event.persisted && !bounceBack()) location.reload()
})

if (!bounceBack()) {
  apply()
  void refresh()
  if (mayHoldBox()) void import('./field/reported-lost.ts').then(({ forgetIfLost }) => forgetIfLost())
  const root = document.getElementById('root')
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  }
}
