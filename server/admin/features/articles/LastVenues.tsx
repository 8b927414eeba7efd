import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../api/call'
import { t } from '../../ui/language'
import type { EventForm } from './eventForm'
import styles from './SidePanel.module.css'

type Place = Pick<EventForm, 'venue' | 'address' | 'latitude' | 'longitude'>

/** Where events were held before, to be taken over with address and point while the venue is still empty. */
export function LastVenues({ venue, onChoose }: { venue: string; onChoose: (place: Place) => void }) {
  const venues = useQuery({
    queryKey: ['articles', 'venues'],
    queryFn: () => call('GET /api/admin/venues', {}),
    staleTime: 60_000,
  })
  const items = venues.data?.items ?? []
  if (venue.trim() !== '' || items.length === 0) return null
  return (
    <div className={styles.buttons} role="group" aria-label={t('用过的地点', 'Places used before')}>
      {items.map((place) => (
        <Button
          key={place.venue}
          size="small"
          onClick={() =>
            onChoose({
              venue: place.venue,
              address: place.address ?? '',
              latitude: place.location === null ? '' : String(place.location.latitude),
              longitude: place.location === null ? '' : String(place.location.longitude),
            })
          }
        >
          {place.venue}
        </Button>
      ))}
    </div>
  )
}
