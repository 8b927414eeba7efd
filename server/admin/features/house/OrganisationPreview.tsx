import type { OrganisationValues } from '../../../../shared/contract'
import { t } from '../../ui/language'
import styles from './House.module.css'

/** As members will see it, while it is typed. */
export function OrganisationPreview({ values }: { values: OrganisationValues }) {
  const { name, shortName, welcome, motto, copyright, icp, support } = values
  return (
    <aside className={styles.preview} aria-label={t('预览', 'Preview')}>
      <h2 className={styles.soft}>{t('会员端预览', 'As members will see it')}</h2>
      <div className={styles.phone} lang="zh-CN">
        <div className={styles.hero}>
          <p className={styles.soft}>{shortName}</p>
          <p className={styles.name}>{welcome}</p>
          <p>{motto}</p>
        </div>
        <div className={styles.card}>
          <p className={styles.name}>{name}</p>
          {support !== '' && <p className={styles.soft}>{`技术支持 ${support}`}</p>}
        </div>
        <div className={styles.foot}>
          <p>{copyright}</p>
          {icp !== '' && <p>{icp}</p>}
        </div>
      </div>
    </aside>
  )
}
