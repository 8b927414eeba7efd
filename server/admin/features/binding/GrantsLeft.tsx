import type { OwnBinding } from '../../../../shared/contract'
import { t } from '../../ui/language'
import styles from './Binding.module.css'

/** How many tests of each template can still be sent. */
export function GrantsLeft({ grants }: { grants: OwnBinding['grants'] }) {
  return (
    <>
      <dl className={styles.grants}>
        {grants.map(({ kind, title, remaining }) => (
          <div key={kind} className={styles.grant}>
            <dt>{title}</dt>
            <dd>{t(`可收 ${remaining} 条`, `${remaining} left`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {t(
          '次数用完后，在手机上打开小程序的“提醒”，再点一次“允许”。',
          'When none is left, open the bell tab of the mini-program and allow once more.',
        )}
      </p>
    </>
  )
}
