import { useState } from 'react'
import type { HalfLogin, OwnStaff } from '../../../../shared/contract'
import { CodeStep } from './CodeStep'
import { PasswordStep } from './PasswordStep'

/** Account and password, then the second step where one is due; what was typed stays when the server refuses. */
export function LoginForm({ account = '', onDone }: { account?: string; onDone: (staff: OwnStaff) => void }) {
  const [login, setLogin] = useState(account)
  const [half, setHalf] = useState<HalfLogin['secondStep'] | null>(null)
  const [isLate, setIsLate] = useState(false)
  if (half !== null) {
    return (
      <CodeStep
        token={half.token}
        onDone={onDone}
        onBack={(late) => {
          setIsLate(late)
          setHalf(null)
        }}
      />
    )
  }
  return (
    <PasswordStep
      account={login}
      isLate={isLate}
      onAnswer={(answer, given) => {
        setLogin(given)
        if ('secondStep' in answer) setHalf(answer.secondStep)
        else onDone(answer)
      }}
    />
  )
}
