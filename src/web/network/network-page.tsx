import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { NetworkFilter } from '#casework/network/narrow.ts'
import { networkPurposes, type NetworkPurpose } from '#casework/network/network.ts'
import { OneOf } from '../form/choices.tsx'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { OpenedView } from './opened-view.tsx'
import './network.css'

/** Who is tied to whom. Opened for a purpose, kept on the screen only, gone when the page is left. */
export function NetworkPage() {
  usePageKind('title.network')
  const t = useText()
  const [purpose, setPurpose] = useState<NetworkPurpose | null>(null)
  const asking = useRef<AbortController>(null)
  const open = useMutation({
    mutationFn: (asked: calls.Asked) => {
      asking.current = new AbortController()
      return calls.openNetwork(asked, asking.current.signal)
    },
    // What was opened is nowhere but on this page.
    gcTime: 0,
  })
  useEffect(() => () => asking.current?.abort(), [])
  const ask = (filter: NetworkFilter) => purpose && open.mutate({ purpose, ...asAsked(filter) })
  const stop = () => {
    asking.current?.abort()
    open.reset()
  }
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.network')}</h1>
        <p className="quiet">{t('network.about')}</p>
      </div>
      {!open.data && (
        <section className="section" aria-labelledby="network-why">
          <h2 id="network-why">{t('network.why')}</h2>
          <p className="quiet">{t('network.logged')}</p>
          <OneOf
            labelledBy="network-why"
            choices={networkPurposes.map(value => ({ value, label: t(`network.purpose.${value}`) }))}
            value={purpose}
            onChange={value => setPurpose(networkPurposes.find(each => each === value) ?? null)}
          />
          <div className="row">
            <Button disabled={purpose === null || open.isPending} onClick={() => ask({})}>
              {t('network.open')}
            </Button>
            {open.isPending && (
              <Button variant="default" onClick={stop}>
                {t('network.cancel')}
              </Button>
            )}
          </div>
        </section>
      )}
      <Refused error={open.error} />
      {open.isPending && <Waiting lines={6} />}
      {open.data && <OpenedView opened={open.data} onAskAgain={ask} />}
    </div>
  )
}

/** Only what narrows: the contract knows no empty list. */
const asAsked = ({ from, to, countries, certainty, kinds }: NetworkFilter): Omit<calls.Asked, 'purpose'> => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(countries?.length ? { countries: [...countries] } : {}),
  ...(certainty?.length ? { certainty: [...certainty] as NonNullable<calls.Asked['certainty']> } : {}),
  ...(kinds?.length ? { kinds: [...kinds] } : {}),
})
