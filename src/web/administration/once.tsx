import { Button } from '@mantine/core'
import { IconCircleCheck, IconCopy, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../text/text.tsx'

/** A secret that is shown this once and kept nowhere: a first password, a token. */
export function Once(props: { about: string; secret: string; onDone: () => void }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.secret)
    setCopied(true)
  }
  return (
    <div className="notice care once" role="alert">
      <IconKey size={20} aria-hidden />
      <div className="stack">
        <p>{props.about}</p>
        <p>
          <bdi className="once-secret" data-secret="">
            {props.secret}
          </bdi>
        </p>
        <div className="row">
          <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
            {t('admin.copy')}
          </Button>
          <Button onClick={props.onDone}>{t('admin.once.done')}</Button>
          <span role="status">
            {copied && (
              <span className="meaning done">
                <IconCircleCheck size={18} aria-hidden /> {t('figures.copied')}
              </span>
            )}
          </span>
        </div>
      </div>
    </div>
  )
}
