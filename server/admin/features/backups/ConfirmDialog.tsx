import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { wordsFor } from '../../api/errors'
import { twoStepQuery } from '../account/queries'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { bodyOf, isProofError, ProofFields, type Proof } from './ProofFields'
import styles from './Backups.module.css'

interface ConfirmDialogProps<T> {
  title: string
  /** What follows, one paragraph each. */
  texts: string[]
  yes: string
  danger?: boolean
  /** What has to be typed before it is done. */
  words?: string
  run: (body: { password: string; code?: string; words: string }) => Promise<T>
  onDone: (answer: T) => void
  onClose: () => void
}

/** Says what follows, asks who it is once more, and for what cannot be taken back has it typed. */
export function ConfirmDialog<T>({ title, texts, yes, danger, words, run, onDone, onClose }: ConfirmDialogProps<T>) {
  const [proof, setProof] = useState<Proof>({ password: '', code: '' })
  const [typed, setTyped] = useState('')
  const twoStep = useQuery(twoStepQuery)
  const move = useMutation({ mutationFn: () => run({ ...bodyOf(proof), words: typed.trim() }), onSuccess: onDone })
  const withCode = twoStep.data !== undefined && twoStep.data.since !== null
  const isReady = proof.password !== '' && (words === undefined || typed.trim().toUpperCase() === words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) move.mutate()
  }
  return (
    <Modal scrollLock={false} title={title} open footer={null} width={480} onCancel={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {move.error !== null && !isProofError(move.error) && <Alert type="error" title={wordsFor(move.error)} />}
        {words !== undefined && (
          <Field label={t(`请输入“${words}”`, `Type “${words}”`)}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={40}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        )}
        <ProofFields proof={proof} withCode={withCode} error={move.error} onChange={setProof} />
        <div className={styles.row}>
          <Button type="primary" danger={danger} htmlType="submit" disabled={!isReady} loading={move.isPending}>
            {yes}
          </Button>
          <Button onClick={onClose}>{t('返回', 'Back')}</Button>
        </div>
      </form>
    </Modal>
  )
}
