import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../text/text.tsx'
import { empty } from './phone.ts'

/** Before a border: the device forgets everything in one action. With unsent work it asks once more, and no longer. */
export function Travel({ waiting }: { waiting: number }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <section className="section" aria-labelledby="travel">
      <h2 id="travel">{t('phone.travelTitle')}</h2>
      <p>{t('phone.travelHow')}</p>
      {asking && (
        <p className="notice stop" role="alert">
          {t('phone.emptyWaiting', { count: waiting })}
        </p>
      )}
      <div className="row">
        <Button
          variant={asking ? 'filled' : 'default'}
          onClick={() => (waiting > 0 && !asking ? setAsking(true) : void empty())}
        >
          {t(asking ? 'phone.emptySure' : 'phone.empty')}
        </Button>
        {asking && (
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('phone.cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}
