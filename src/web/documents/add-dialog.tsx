import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { Problem } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { creating, isSaved, newId, send } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { FieldInput } from '../form/field-input.tsx'
import { WritingPlace } from '../form/writing-place.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { FileChoice, UploadState } from './file-choice.tsx'
import { useUpload } from './use-upload.ts'

const always = ['kind', 'title', 'receivedOn', 'validUntil'] as const

/** First what it is, then the file; where sending fails the document stays listed and waits for its file. */
export function AddDialog(props: { open: OpenCase; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  useReturnFocus()
  const phone = useMediaQuery('(max-width: 48em)')
  const { open } = props
  const [id] = useState(newId)
  const [saved, setSaved] = useState(false)
  const [set, setSet] = useState<Content>(() => ({ receivedOn: localToday() }))
  const [file, setFile] = useState<File | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const upload = useUpload(open.id)
  const among = fieldOf(d, 'document', 'step')?.among ?? []
  // Nothing to belong to, nothing to ask.
  const asked = open.file.records.some(({ type }) => among.includes(type)) ? ([...always, 'step'] as const) : always

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      if (!saved) {
        const [result] = await send([creating('document', open.place, set, d.version, id)])
        if (!isSaved(result)) return setProblems(result?.problems ?? [])
        setSaved(true)
      }
      if (file === null || (await upload.start(id, file))) props.onClose()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const elsewhere = problems.filter(({ field }) => !asked.some(name => name === field))
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={t('documents.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className="record-form" onSubmit={event => void save(event)} noValidate>
        {!saved && (
          <WritingPlace value={open.place}>
            <div className="stack-fields">
              {asked.map(name => {
                const field = fieldOf(d, 'document', name)
                return field && open.writable('document').has(field.class) ? (
                  <FieldInput
                    key={name}
                    type="document"
                    name={name}
                    field={field}
                    value={set[name]}
                    problem={problems.find(problem => problem.field === name)}
                    onChange={value => {
                      setProblems(before => before.filter(problem => problem.field !== name))
                      setSet(before => ({ ...before, [name]: value }))
                    }}
                  />
                ) : null
              })}
            </div>
          </WritingPlace>
        )}
        <FileChoice file={file} onChange={setFile} disabled={busy} />
        {elsewhere.length > 0 && (
          <div className="notice stop" role="alert">
            <ul>
              {elsewhere.map(problem => (
                <li key={problem.code}>{say(problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <Refused error={error} />
        <UploadState now={upload.now} onStop={upload.stop} />
        <div className="form-end">
          <Button type="submit" loading={busy} disabled={saved && file === null}>
            {t('documents.save')}
          </Button>
          <Button variant="subtle" onClick={props.onClose}>
            {t(saved ? 'close' : 'form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
