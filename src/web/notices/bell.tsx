import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as calls from '../api/calls.ts'
import { useText } from '../text/text.tsx'

const everyMinute = 60_000

/** How much is new for me; the page says what. */
export function Bell() {
  const t = useText()
  const go = useNavigate()
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => calls.notices({ unread: 'yes' }),
    refetchInterval: everyMinute,
  })
  const count = data?.items.length ?? 0
  const many = data?.next !== null && data?.next !== undefined
  return (
    <Indicator
      label={many ? t('notices.many', { count }) : count}
      disabled={count === 0}
      size={18}
      offset={6}
      color="teal.8"
    >
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('notices.open', { count })}
        onClick={() => void go({ to: '/notices' })}
      >
        <IconBell size={20} />
      </ActionIcon>
    </Indicator>
  )
}
