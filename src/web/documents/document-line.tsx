import { Button } from '@mantine/core'
import { IconClockExclamation, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { contentClass } from '#casework/document/content-class.ts'
import { validityOf } from '#casework/document/expiry.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'
import { FileChoice, UploadState } from './file-choice.tsx'
import { useFileSize } from './file-size.ts'
import { Picture } from './picture.tsx'
import { useUpload } from './use-upload.ts'
import './documents.css'

/** One document: what it is, whether it still holds, what it belongs to, and its file. */
export function DocumentLine(props: { open: OpenCase; document: RecordView; onEdit: () => void }) {
  const t = useText()
  const labels = useLabels()
  const { open, document } = props
  const { content } = document
  const say = (field: string) => <SayValue type="document" field={field} value={content[field]} />
  const kind = typeof content.kind === 'string' ? labels.code('document_kind', content.kind) : labels.type('document')
  const validity = validityOf(document, localToday())
  return (
    <li className="document" data-document={document.id}>
      <div className="document-what">
        <button type="button" className="link-button" onClick={props.onEdit}>
          {kind}
        </button>
        {isAnswered(content.title) && <span>{say('title')}</span>}
        <span className="document-dates quiet small">
          {(['receivedOn', 'validUntil'] as const).map(
            field =>
              isAnswered(content[field]) && (
                <span key={field}>
                  {labels.field('document', field)} {say(field)}
                </span>
              ),
          )}
        </span>
        {isAnswered(content.step) && (
          <span className="quiet small">
            {labels.field('document', 'step')} {say('step')}
          </span>
        )}
        {(validity === 'over' || validity === 'soon') && (
          <span className={validity === 'over' ? 'meaning stop' : 'meaning care'}>
            <IconClockExclamation size={18} aria-hidden />
            <span>{t(validity === 'over' ? 'documents.expired' : 'documents.runsOut')}</span>
          </span>
        )}
      </div>
      <DocumentFile open={open} document={document} kind={kind} />
    </li>
  )
}

const isPicture = (type: unknown): boolean => type === 'jpeg' || type === 'png' || type === 'webp'

/** The file of a document: to open it, or to add it. */
function DocumentFile({ open, document, kind }: { open: OpenCase; document: RecordView; kind: string }) {
  const t = useText()
  const size = useFileSize()
  const [choosing, setChoosing] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const upload = useUpload(open.id)
  const { content } = document
  const wanted = contentClass(content.kind)
  if (isAnswered(content.mediaType))
    return (
      <div className="document-file">
        <span>
          <SayValue type="document" field="mediaType" value={content.mediaType} />
          {typeof content.size === 'number' && <span className="quiet"> · {size(content.size)}</span>}
        </span>
        {open.readable('document').has(wanted) && isPicture(content.mediaType) && (
          <Picture document={document.id} what={kind} />
        )}
        {open.readable('document').has(wanted) ? (
          <Button
            component="a"
            href={`/api/documents/${document.id}/content`}
            download
            variant="default"
            aria-label={t('documents.openOf', { what: kind })}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('documents.open')}
          </Button>
        ) : (
          <span className="quiet small">{t('documents.notYours')}</span>
        )}
      </div>
    )
  return (
    <div className="document-file">
      <span className="quiet">{t('documents.noFile')}</span>
      {open.writable('document').has(wanted) && !choosing && (
        <Button variant="default" onClick={() => setChoosing(true)}>
          {t('documents.addFile')}
        </Button>
      )}
      {choosing && (
        <>
          <FileChoice
            file={file}
            onChange={chosen => {
              setFile(chosen)
              if (chosen) void upload.start(document.id, chosen)
            }}
          />
          <UploadState now={upload.now} onStop={upload.stop} />
        </>
      )}
    </div>
  )
}
