import { Button } from 'antd'
import { t } from '../../ui/language'
import styles from './Notice.module.css'

interface ProposalsProps {
  /** The field's own label, for who does not see the screen. */
  label: string
  proposals: string[]
  onUse: (proposal: string) => void
}

/** Values that fit, each a click away, under one that does not. */
export function Proposals({ label, proposals, onUse }: ProposalsProps) {
  if (proposals.length === 0) return null
  return (
    <ul className={styles.proposals} aria-label={t(`${label}：可以改为`, `${label}: what would fit`)}>
      {proposals.map((proposal) => (
        <li key={proposal} className={styles.proposal}>
          <span>{proposal}</span>
          <Button
            type="link"
            size="small"
            aria-label={t(`用这个：${proposal}`, `Use this: ${proposal}`)}
            onClick={() => onUse(proposal)}
          >
            {t('用这个', 'Use this')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
