import { Button, Checkbox, Modal } from '@mantine/core'
import { IconCircleCheck, IconDownload, IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { queries } from '../api/query.ts'
import { saveFile } from '../api/save-file.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { useSettling } from './use-settling.tsx'

/** What follows from a decision: the copy to hand over, the erasure, and that the person was told. */
export function CarryOut({ record, answered }: { record: RecordView; answered: boolean }) {
  const t = useText()
  const { kind, decision } = record.content
  const { busy, settle, said } = useSettling(record)
  const granted = decision === 'granted' || decision === 'partly'
  const erases = kind === 'erasure' && decision === 'granted'
  return (
    <div className="stack">
      {said}
      <div className="row">
        {kind === 'access' && granted && <Copies request={record.id} />}
        {erases && !answered && <Erase request={record.id} />}
        {!answered && !erases && (
          <Button
            variant={kind === 'access' && granted ? 'default' : 'filled'}
            loading={busy}
            leftSection={<IconCircleCheck size={18} aria-hidden />}
            onClick={() => void settle({ state: 'done', answeredOn: localToday() })}
          >
            {t('rights.told')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Each copy is made anew, and each making is written down. */
function Copies({ request }: { request: string }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const take = async (ending: 'pdf' | 'json', make: () => Promise<Blob>) => {
    setBusy(true)
    setError(null)
    try {
      saveFile(`waymark-copy.${ending}`, await make())
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const json = async () => {
    const text = JSON.stringify(await calls.copy(request), null, 2)
    return new Blob([`${text}\n`], { type: 'application/json;charset=utf-8' })
  }
  const icon = <IconDownload size={18} aria-hidden />
  return (
    <>
      <Button loading={busy} leftSection={icon} onClick={() => void take('pdf', () => calls.paper(request))}>
        {t('rights.copyPdf')}
      </Button>
      <Button variant="default" loading={busy} leftSection={icon} onClick={() => void take('json', json)}>
        {t('rights.copyJson')}
      </Button>
      <Refused error={error} />
    </>
  )
}

function Erase({ request }: { request: string }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button color="red" leftSection={<IconEraser size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {t('rights.erase')}
      </Button>
      {asking && <Sure request={request} onClose={() => setAsking(false)} />}
    </>
  )
}

function Sure({ request, onClose }: { request: string; onClose: () => void }) {
  const t = useText()
  const [sure, setSure] = useState(false)
  useReturnFocus()
  const [waiting, setWaiting] = useState(0)
  // What is erased leaves the lists only now: until then the dialog could not say what is left.
  const close = async () => {
    await queries.invalidateQueries()
    onClose()
  }
  const erase = async () => {
    const { filesWaiting } = await calls.erase(request)
    if (filesWaiting > 0) setWaiting(filesWaiting)
    else await close()
  }
  if (waiting > 0)
    return (
      <Modal
        opened
        onClose={() => void close()}
        title={t('rights.erased')}
        size="lg"
        // The head of a dialog is no banner of the page.
        attributes={{ header: { role: 'none' } }}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <div className="stack">
          <p role="status">{t('rights.filesWaiting', { n: waiting })}</p>
          <div>
            <Button onClick={() => void close()}>{t('rights.understood')}</Button>
          </div>
        </div>
      </Modal>
    )
  return (
    <FormDialog
      title={t('rights.eraseTitle')}
      submit={t('rights.eraseNow')}
      disabled={!sure}
      onSubmit={erase}
      onClose={onClose}
    >
      <p>{t('rights.eraseAbout')}</p>
      <Checkbox label={t('rights.eraseSure')} checked={sure} onChange={event => setSure(event.currentTarget.checked)} />
    </FormDialog>
  )
}
