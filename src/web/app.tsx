import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queries } from './api/query.ts'
import { router } from './routes.tsx'
import { useScreenLanguage } from './session/screen-language.ts'
import { useQuickExitKey } from './session/quick-exit.ts'
import { Words } from './text/text.tsx'
import { theme } from './theme.ts'

const noWordsYet = {}

export function App() {
  return (
    <DirectionProvider initialDirection="ltr" detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <Everywhere />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

/** What holds on every page, signed in or not. */
function Everywhere() {
  useQuickExitKey()
  const { code, dir } = useScreenLanguage()
  const { setDirection } = useDirection()
  useEffect(() => {
    setDirection(dir)
    document.documentElement.dir = dir
    document.documentElement.lang = code
  }, [code, dir, setDirection])
  return (
    <Words locale={code} more={noWordsYet}>
      <RouterProvider router={router} />
    </Words>
  )
}
