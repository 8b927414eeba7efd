import { Alert, Button } from 'antd'
import type { NoticeTest } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { testWords } from './testWords'
import styles from './SendToMe.module.css'

interface TestOutcomeProps {
  test: NoticeTest
  isWorking: boolean
  onGiveUp: () => void
  onSettle: (arrived: boolean) => void
}

/** What became of a test, and what its author can do about it. */
export function TestOutcome({ test, isWorking, onGiveUp, onSettle }: TestOutcomeProps) {
  const { tone, words } = testWords(test)
  return (
    <div className={styles.outcome}>
      <Alert type={tone} showIcon title={words} />
      {test.state === 'pending' && test.waits !== null && (
        <Button loading={isWorking} onClick={onGiveUp}>
          {t('不发了', 'Give it up')}
        </Button>
      )}
      {test.state === 'unknown' && (
        <div className={styles.row}>
          <Button disabled={isWorking} onClick={() => onSettle(true)}>
            {t('收到了', 'It arrived')}
          </Button>
          <Button disabled={isWorking} onClick={() => onSettle(false)}>
            {t('没有收到', 'It did not')}
          </Button>
        </div>
      )}
    </div>
  )
}
