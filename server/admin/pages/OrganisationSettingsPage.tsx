import { useQuery } from '@tanstack/react-query'
import { OrganisationForm } from '../features/house/OrganisationForm'
import { organisationQuery } from '../features/house/queries'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function OrganisationSettingsPage() {
  const settings = useQuery(organisationQuery)
  return (
    <SettingsFrame title={t('机构资料', 'Organisation')} settings={settings}>
      {(found, mayChange) => <OrganisationForm settings={found} mayChange={mayChange} />}
    </SettingsFrame>
  )
}
