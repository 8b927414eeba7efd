import { Button } from 'antd'
import type { Invitation } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { Chip } from '../../ui/Chip'
import rows from '../../ui/Rows.module.css'
import styles from './Staff.module.css'
import { useStaffMove } from './useStaffMove'
import { t } from '../../ui/language'

/** Who was invited and has not come yet. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const move = useStaffMove()
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className={styles.heading}>
        {t('等待加入', 'Waiting to join')}
      </h2>
      <ul className={rows.list}>
        {invitations.map(({ id, name, role, expiresAt }) => (
          <li key={id} className={rows.row}>
            <div className={rows.words}>
              <p className={styles.name}>
                {name} <Chip>{t(STAFF_ROLES[role])}</Chip>
              </p>
              <p className={rows.meta}>
                {t(
                  `链接 ${formatTableTime(Date.parse(expiresAt))} 前有效`,
                  `link valid until ${formatTableTime(Date.parse(expiresAt))}`,
                )}
              </p>
            </div>
            <Button
              aria-label={t(`撤回邀请：${name}`, `Take back the invitation: ${name}`)}
              onClick={() =>
                move(
                  {
                    run: () => call('DELETE /api/admin/staff/invitations/{id}', { params: { id } }),
                    done: t('邀请已撤回', 'The invitation is taken back'),
                  },
                  {
                    title: t(`撤回对 ${name} 的邀请？`, `Take back the invitation of ${name}?`),
                    text: t('发出的链接会立即失效。', 'The link stops working at once.'),
                    yes: t('撤回邀请', 'Take back'),
                    danger: true,
                  },
                )
              }
            >
              {t('撤回邀请', 'Take back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
