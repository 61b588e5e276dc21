import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { quickExit } from '../session/quick-exit.ts'
import { useText } from '../text/text.tsx'

export function QuickExitButton() {
  const t = useText()
  return (
    <Button
      className="exit-button"
      variant="default"
      size="sm"
      leftSection={<IconDoorExit size={18} aria-hidden />}
      title={t('exit.help')}
      onClick={quickExit}
    >
      {t('exit.do')}
    </Button>
  )
}
