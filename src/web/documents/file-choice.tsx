import { Button, FileButton, Progress } from '@mantine/core'
import { IconPaperclip, IconPlayerStop } from '@tabler/icons-react'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { useFileSize } from './file-size.ts'
import type { Upload } from './use-upload.ts'

/** What the server takes; it looks at the content and not at this. */
const accept = 'application/pdf,image/jpeg,image/png,image/webp,image/tiff,image/gif'

/** One file, from the device or its camera. Its name is shown nowhere: names of files tell too much. */
export function FileChoice(props: { file: File | null; onChange: (file: File | null) => void; disabled?: boolean }) {
  const t = useText()
  const size = useFileSize()
  const { file } = props
  const type = file?.type === 'application/pdf' ? 'pdf' : file?.type.startsWith('image/') ? 'picture' : 'other'
  return (
    <div className="file-choice">
      <span className="file-label">{t('documents.file')}</span>
      <span className="quiet small">{t('documents.fileHelp')}</span>
      <div className="row">
        <FileButton accept={accept} onChange={props.onChange} disabled={props.disabled ?? false}>
          {button => (
            <Button {...button} variant="default" leftSection={<IconPaperclip size={18} aria-hidden />}>
              {t(file ? 'documents.chooseAnother' : 'documents.choose')}
            </Button>
          )}
        </FileButton>
        <span aria-live="polite">{file && t('documents.chosen', { type, size: size(file.size) })}</span>
      </div>
    </div>
  )
}

/** How far it is, and a way to stop. */
export function UploadState(props: { now: Upload; onStop: () => void }) {
  const t = useText()
  const { now } = props
  if (now.state === 'failed') return <Refused error={now.error} />
  if (now.state === 'stopped') return <p role="status">{t('documents.stopped')}</p>
  if (now.state !== 'sending' && now.state !== 'sent') return null
  const share = now.state === 'sending' ? now.share : 1
  const words = now.state === 'sending' ? t('documents.sending', { share }) : t('documents.cleaning')
  return (
    <div className="stack">
      <Progress.Root size="lg">
        <Progress.Section value={share * 100} aria-label={t('documents.file')} aria-valuetext={words} />
      </Progress.Root>
      <div className="row ends">
        <span>{words}</span>
        {now.state === 'sending' && (
          <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={props.onStop}>
            {t('documents.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
