import { useQueryClient } from '@tanstack/react-query'
import { EnrolSteps } from '../features/account/EnrolSteps'
import { sessionQuery } from '../features/session/queries'
import { t } from '../ui/language'
import { useTitle } from '../ui/useTitle'
import { WelcomeFrame } from './WelcomeFrame'

/** For an administrator who has to set the second step up before anything else. */
export function EnrolPage() {
  useTitle(t('启用两步验证', 'Two-step login'))
  const client = useQueryClient()
  return (
    <WelcomeFrame
      title={t('启用两步验证', 'Turn on two-step login')}
      text={t(
        '管理员必须启用两步验证。启用之后即可进入后台。',
        'Administrators have to log in with two steps. Set it up to go on.',
      )}
    >
      <EnrolSteps onDone={() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })} />
    </WelcomeFrame>
  )
}
