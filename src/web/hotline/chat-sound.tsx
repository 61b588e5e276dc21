import { Switch } from '@mantine/core'
import { prefer, usePreferences } from '../session/preferences.ts'
import { useText } from '../text/text.tsx'
import { playTones } from './tones.ts'

/** Turned on, it sounds once: whoever turns it on hears what it is, and the browser lets it sound later. */
export function ChatSound() {
  const t = useText()
  const { chatSound } = usePreferences()
  return (
    <Switch
      label={t('chats.sound')}
      description={t('chats.soundHelp')}
      checked={chatSound}
      onChange={event => {
        const on = event.currentTarget.checked
        prefer({ chatSound: on })
        if (on) void playTones().catch(() => undefined)
      }}
    />
  )
}
