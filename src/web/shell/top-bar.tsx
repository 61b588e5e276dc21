import { ActionIcon, Button, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowsLeftRight,
  IconCommand,
  IconDeviceMobile,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLogout,
  IconMoon,
  IconShieldLock,
  IconSun,
  IconUserCircle,
  IconWifiOff,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../api/calls.ts'
import { prefer, usePreferences } from '../session/preferences.ts'
import { leave, lock, useOnline } from '../session/store.ts'
import { useText } from '../text/text.tsx'
import { ChatMark } from '../hotline/chat-mark.tsx'
import { Bell } from '../notices/bell.tsx'
import { LanguageItems } from '../session/language-items.tsx'
import { PhoneMark } from '../field/phone-mark.tsx'
import { QuickExitButton } from './quick-exit-button.tsx'
import { useOffices } from './offices.ts'

export function TopBar(props: { me: Me; onCommand: () => void }) {
  const t = useText()
  const online = useOnline()
  const look = usePreferences()
  const offices = useOffices()
  const office = offices.nameOf(props.me.office ?? props.me.grants[0]?.office ?? '')
  return (
    <header className="top-bar">
      <span className="office">
        <bdi>{office}</bdi>
      </span>
      <span className="connection" role="status">
        {!online && (
          <span className="meaning care">
            <IconWifiOff size={18} aria-hidden /> <span className="long">{t('connection.off')}</span>
          </span>
        )}
        <PhoneMark />
      </span>
      <ChatMark />
      <Button
        className="command-button"
        variant="default"
        size="sm"
        leftSection={<IconCommand size={18} aria-hidden />}
        onClick={props.onCommand}
        rightSection={<kbd>Ctrl K</kbd>}
      >
        {t('command.open')}
      </Button>
      <Tooltip label={t('discreet.help')}>
        <ActionIcon
          className="discreet-button"
          variant={look.discreet ? 'filled' : 'default'}
          size={40}
          aria-pressed={look.discreet}
          aria-label={t('discreet.label')}
          onClick={() => prefer({ discreet: !look.discreet })}
        >
          {look.discreet ? <IconEyeOff size={20} /> : <IconEye size={20} />}
        </ActionIcon>
      </Tooltip>
      <Bell />
      <AccountMenu me={props.me} />
      <QuickExitButton />
    </header>
  )
}

function AccountMenu(props: { me: Me }) {
  const t = useText()
  const go = useNavigate()
  const look = usePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark'
  return (
    <Menu position="bottom-end" width={280} styles={{ dropdown: { maxBlockSize: '80vh', overflowY: 'auto' } }}>
      <Menu.Target>
        <ActionIcon variant="default" size={40} aria-label={t('account.menu')}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{props.me.name}</bdi>
        </Menu.Label>
        <Menu.Item leftSection={<IconDeviceMobile size={18} />} onClick={() => void go({ to: '/phone' })}>
          {t('phone.menu')}
        </Menu.Item>
        <Menu.Item leftSection={<IconShieldLock size={18} />} onClick={() => void go({ to: '/account' })}>
          {t('account.security')}
        </Menu.Item>
        <Menu.Item
          leftSection={dark ? <IconSun size={18} /> : <IconMoon size={18} />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {t(dark ? 'account.light' : 'account.dark')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsLeftRight size={18} />}
          onClick={() => prefer({ dir: look.dir === 'ltr' ? 'rtl' : 'ltr' })}
        >
          {t(look.dir === 'ltr' ? 'account.rtl' : 'account.ltr')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLock size={18} />} onClick={lock}>
          {t('account.lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
