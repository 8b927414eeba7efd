import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call'
import { ConfirmApp } from './ConfirmApp'
import { AskPassword } from './AskPassword'
import { RecoveryCodes } from './RecoveryCodes'

/** Password, then the app with its first code, then the recovery codes. Nothing is asked at the login until the end. */
export function EnrolSteps({ onDone, onBack }: { onDone: () => void; onBack?: () => void }) {
  const [codes, setCodes] = useState<string[] | null>(null)
  const begin = useMutation({
    mutationFn: (password: string) => call('POST /api/admin/me/two-step', { body: { password } }),
  })
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={onDone} />
  if (begin.data !== undefined) return <ConfirmApp app={begin.data} onCodes={setCodes} />
  return (
    <AskPassword
      error={begin.error}
      isPending={begin.isPending}
      onGiven={(password) => begin.mutate(password)}
      onBack={onBack}
    />
  )
}
