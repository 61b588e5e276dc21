import { Button } from '@mantine/core'
import { IconClockExclamation, IconDownload, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf, surelyAfter } from '#casework/when.ts'
import { contentClass } from '#casework/document/content-class.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { AddDialog } from './add-dialog.tsx'
import { FileChoice, UploadState } from './file-choice.tsx'
import { useFileSize } from './file-size.ts'
import { useUpload } from './use-upload.ts'
import './documents.css'

/** Papers and pictures of a case: what they are, whether they are still valid, and their files. */
export function DocumentsPage() {
  usePageKind('title.documents')
  const { id } = useParams({ from: '/desk/cases/$id/documents' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Documents key={id} open={open} />
}

function Documents({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [adding, setAdding] = useState(false)
  const { number } = open.file.case.content
  const documents = open.file.records.filter(({ type }) => type === 'document').toReversed()
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.documents')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('documents.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <p className="quiet">{t('documents.about')}</p>
      {open.writable('document').has('open') && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('documents.add')}
          </Button>
        </div>
      )}
      {documents.length === 0 ? (
        <div className="empty">
          <p>{labels.empty('document')}</p>
        </div>
      ) : (
        <ul className="documents" aria-label={t('documents.list')}>
          {documents.map(document => (
            <DocumentLine
              key={document.id}
              open={open}
              document={document}
              onEdit={() => setEditing({ type: 'document', record: document.id })}
            />
          ))}
        </ul>
      )}
      {adding && <AddDialog open={open} onClose={() => setAdding(false)} />}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function DocumentLine(props: { open: OpenCase; document: RecordView; onEdit: () => void }) {
  const t = useText()
  const labels = useLabels()
  const { open, document } = props
  const { content } = document
  const say = (field: string) => <SayValue type="document" field={field} value={content[field]} />
  const kind = typeof content.kind === 'string' ? labels.code('document_kind', content.kind) : labels.type('document')
  const until = dayOf(content.validUntil)
  const expired = until !== null && surelyAfter(localToday(), until)
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
        {expired && (
          <span className="meaning care">
            <IconClockExclamation size={18} aria-hidden />
            <span>{t('documents.expired')}</span>
          </span>
        )}
      </div>
      <DocumentFile open={open} document={document} kind={kind} />
    </li>
  )
}

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
