import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queries } from './api/query.ts'
import { router } from './routes.tsx'
import { usePreferences } from './session/preferences.ts'
import { useQuickExitKey } from './session/quick-exit.ts'
import { Words } from './text/text.tsx'
import { theme } from './theme.ts'

const noWordsYet = {}

export function App() {
  return (
    <DirectionProvider initialDirection="ltr" detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Words locale="en" more={noWordsYet}>
          <QueryClientProvider client={queries}>
            <Everywhere />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Words>
      </MantineProvider>
    </DirectionProvider>
  )
}

/** What holds on every page, signed in or not. */
function Everywhere() {
  useQuickExitKey()
  const { dir } = usePreferences()
  const { setDirection } = useDirection()
  useEffect(() => setDirection(dir), [dir, setDirection])
  return null
}
