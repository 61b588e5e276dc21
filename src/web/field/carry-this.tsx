import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../text/text.tsx'
import { usePhone } from './state.ts'

/** On a case, while this device carries: whether it has this one, or may. */
export function CarryThis({ id }: { id: string }) {
  const t = useText()
  const phone = usePhone()
  const open = phone.state === 'open'
  const { data: carried } = useQuery({
    queryKey: ['device', 'carried', open ? phone.carried : 0],
    queryFn: async () => (await import('./phone.ts')).carriedCases(),
    enabled: open,
  })
  if (!open || !carried) return null
  if (carried.includes(id)) return <span className="quiet small">{t('case.carried')}</span>
  const carry = async () => (await import('./phone.ts')).carryCases([...carried, id])
  return (
    <Button variant="default" size="compact-sm" onClick={() => void carry()} disabled={phone.busy}>
      {t('case.carry')}
    </Button>
  )
}
