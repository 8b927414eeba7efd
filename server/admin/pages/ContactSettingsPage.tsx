import { useQuery } from '@tanstack/react-query'
import { ContactForm } from '../features/house/ContactForm'
import { contactQuery } from '../features/house/queries'
import { LibraryPicker } from '../features/media/LibraryPicker'
import { useLibraryPick } from '../features/media/useLibraryPick'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function ContactSettingsPage() {
  const settings = useQuery(contactQuery)
  const library = useLibraryPick()
  return (
    <SettingsFrame title={t('联系方式', 'Contact card')} settings={settings}>
      {(found, mayChange) => (
        <>
          <ContactForm settings={found} mayChange={mayChange} pick={library.pick} />
          <LibraryPicker {...library.picker} />
        </>
      )}
    </SettingsFrame>
  )
}
