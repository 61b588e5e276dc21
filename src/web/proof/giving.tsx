import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFileSearch, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../text/text.tsx'
import { example } from './example.ts'

const accept = '.csv,.xlsx,.json,text/csv,application/json'

/** Two ways to hand the numbers over, and an example of them. */
export function Giving({ busy, onGive }: { busy: boolean; onGive: (file: Blob) => void }) {
  const t = useText()
  const [text, setText] = useState('')
  return (
    <section className="sheet" aria-labelledby="proof-give">
      <h2 id="proof-give">{t('proof.give')}</h2>
      <div className="proof-giving">
        <div className="stack">
          <div>
            <h3>{t('proof.file')}</h3>
            <p className="quiet small">{t('proof.fileHelp')}</p>
          </div>
          <div className="row">
            <FileButton accept={accept} onChange={file => file && onGive(file)} disabled={busy}>
              {button => (
                <Button
                  {...button}
                  variant="default"
                  leftSection={<IconUpload size={18} aria-hidden />}
                  disabled={busy}
                >
                  {t('proof.choose')}
                </Button>
              )}
            </FileButton>
          </div>
        </div>
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            onGive(new Blob([text]))
          }}
        >
          <Textarea
            label={t('proof.paste')}
            description={t('proof.pasteHelp')}
            className="proof-paste"
            autosize
            minRows={7}
            maxRows={16}
            dir="ltr"
            spellCheck={false}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <div className="row">
            <Button
              type="submit"
              disabled={busy || text.trim() === ''}
              leftSection={<IconFileSearch size={18} aria-hidden />}
            >
              {t('proof.compare')}
            </Button>
            {text.trim() === '' && (
              <Button variant="default" onClick={() => setText(example)}>
                {t('proof.example')}
              </Button>
            )}
          </div>
        </form>
      </div>
    </section>
  )
}
