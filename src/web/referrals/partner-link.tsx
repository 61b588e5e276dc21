import { Button } from '@mantine/core'
import { IconKey, IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../api/query.ts'
import { Refused } from '../session/problem.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { endLink, linkOf, makeLink, type NewLink } from './calls.ts'
import { Copied } from './copied.tsx'

/** The door for an organisation without an account: a link and a code, made here, shown once, sent by two ways. */
export function PartnerLink(props: { case: string; referral: string }) {
  const t = useText()
  const key = ['case', props.case, 'link', props.referral]
  const { data, error } = useQuery({ queryKey: key, queryFn: () => linkOf(props.referral), retry: false })
  const [made, setMade] = useState<NewLink | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  // Whoever may not read all that the link would show makes none.
  if (error || !data) return null
  const attempt = async (act: () => Promise<unknown>) => {
    setRefusal(null)
    try {
      await act()
      await queries.invalidateQueries({ queryKey: key })
    } catch (reason) {
      setRefusal(reason)
    }
  }
  const make = () => attempt(async () => setMade(await makeLink(props.referral)))
  const end = () =>
    attempt(async () => {
      await endLink(props.referral)
      setMade(null)
    })
  const link = data.link && !data.link.ended ? data.link : null
  return (
    <div className="partner-link">
      <h3>{t('link.title')}</h3>
      {made && <Shown link={made} />}
      {link ? (
        <p className="small">
          {t('link.openUntil')} <When at={link.expiresAt} only="date" /> ·{' '}
          {link.openedAt === null ? (
            t('link.notOpened')
          ) : (
            <>
              {t('link.opened')} <When at={link.openedAt} />
            </>
          )}
        </p>
      ) : (
        <p className="quiet small">{t('link.about')}</p>
      )}
      <Refused error={refusal} />
      <div className="row">
        <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => void make()}>
          {t(link ? 'link.again' : 'link.make')}
        </Button>
        {link && (
          <Button variant="subtle" onClick={() => void end()}>
            {t('link.end')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Shown({ link }: { link: NewLink }) {
  const t = useText()
  const address = `${location.origin}/answer#${link.token}`
  return (
    <div className="notice care" role="alert">
      <IconKey size={20} aria-hidden />
      <div className="stack">
        <p>{t('link.once')}</p>
        <Copied label={t('link.link')} secret={address} />
        <Copied label={t('link.code')} secret={link.code} />
      </div>
    </div>
  )
}
