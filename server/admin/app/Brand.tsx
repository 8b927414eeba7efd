import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../api/site'
import { Wave } from '../ui/icons'
import { t } from '../ui/language'
import styles from './Shell.module.css'

export function Brand() {
  const site = useQuery(siteQuery)
  return (
    <span className={styles.brand}>
      <Wave />
      <span>{site.data?.organisation.shortName ?? t('内容管理', 'Content')}</span>
    </span>
  )
}
