import { Button } from 'antd'
import type { Invitation } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { Chip } from '../../ui/Chip'
import rows from '../../ui/Rows.module.css'
import styles from './Staff.module.css'
import { useStaffMove } from './useStaffMove'

/** Who was invited and has not come yet. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const move = useStaffMove()
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className={styles.heading}>
        等待加入
      </h2>
      <ul className={rows.list}>
        {invitations.map(({ id, name, role, expiresAt }) => (
          <li key={id} className={rows.row}>
            <div className={rows.words}>
              <p className={styles.name}>
                {name} <Chip>{STAFF_ROLES[role].zh}</Chip>
              </p>
              <p className={rows.meta}>链接 {formatTableTime(Date.parse(expiresAt))} 前有效</p>
            </div>
            <Button
              aria-label={`撤回邀请：${name}`}
              onClick={() =>
                move(
                  {
                    run: () => call('DELETE /api/admin/staff/invitations/{id}', { params: { id } }),
                    done: '邀请已撤回',
                  },
                  { title: `撤回对 ${name} 的邀请？`, text: '发出的链接会立即失效。', yes: '撤回邀请', danger: true },
                )
              }
            >
              撤回邀请
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
