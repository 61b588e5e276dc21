import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { Done } from '../session/done.tsx'
import { useText } from '../text/text.tsx'

/** A secret with the button that copies it. */
export function Copied(props: { label: string; secret: string }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.secret)
    setCopied(true)
  }
  return (
    <div>
      <div className="quiet small">{props.label}</div>
      <div className="row">
        <bdi className="secret" data-secret="">
          {props.secret}
        </bdi>
        <Button
          variant="default"
          leftSection={<IconCopy size={18} aria-hidden />}
          aria-label={t('link.copy', { what: props.label })}
          onClick={() => void copy()}
        >
          {t('admin.copy')}
        </Button>
        <span role="status">{copied && <Done text={t('figures.copied')} />}</span>
      </div>
    </div>
  )
}
