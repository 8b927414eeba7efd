import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Phrase } from '../../../../shared/phrases'
import { Field } from '../Field'
import { t } from '../language'
import { isInChina, isSwapped, mapLink, pastedPlace, type PasteRemark, type Place } from './pastedPlace'
import styles from './PlaceFields.module.css'

interface PlaceFieldsProps {
  place: Place
  /** What stands at the point, for the map's link. */
  name: string
  errors: { latitude: string | undefined; longitude: string | undefined }
  disabled?: boolean
  onChange: (place: Place) => void
}

const REMARKS: Record<PasteRemark, Phrase> = {
  swapped: { zh: '粘贴的坐标经度在前，已经对调。', en: 'The longitude came first; the two were exchanged.' },
  baidu: { zh: '已从百度坐标换算，请在地图上核对。', en: 'Converted from Baidu’s grid; check it on the map.' },
  wgs: {
    zh: '链接里是 GPS 坐标，在中国的地图上会偏几百米，请在地图上核对。',
    en: 'These are GPS coordinates: some hundred metres off on maps of China. Check it on the map.',
  },
  no_point: {
    zh: '这个链接里没有经纬度。请在地图上选好地点，复制坐标后粘贴。',
    en: 'This link holds no coordinates. Copy them from the map instead.',
  },
}

const numberIn = (text: string): number | null =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null

/** A point on the map: two numbers, or a map's link pasted into either; nothing is asked of any other site. */
export function PlaceFields({ place, name, errors, disabled = false, onChange }: PlaceFieldsProps) {
  const [remark, setRemark] = useState<PasteRemark | null>(null)
  const latitude = numberIn(place.latitude)
  const longitude = numberIn(place.longitude)
  const isWhole = latitude !== null && longitude !== null
  const turned = isWhole && isSwapped(latitude, longitude)
  const isFar = isWhole && !turned && !isInChina(latitude, longitude)

  const set = (key: keyof Place, text: string) => {
    const pasted = pastedPlace(text)
    setRemark(pasted?.remark ?? null)
    onChange(pasted?.place ?? { ...place, [key]: text })
  }
  const field = (key: keyof Place, label: string, example: string) => (
    <Field label={label} optional error={errors[key]}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          placeholder={example}
          disabled={disabled}
          maxLength={2000}
          value={place[key]}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <div className={styles.place}>
      <div className={styles.pair}>
        {field('latitude', t('纬度', 'Latitude'), '22.2723')}
        {field('longitude', t('经度', 'Longitude'), '113.5745')}
      </div>
      <div role="status" className={styles.remarks}>
        {remark !== null && <p>{t(REMARKS[remark])}</p>}
        {turned && (
          <p className={styles.warn}>
            {t('经度和纬度好像填反了。', 'Latitude and longitude seem to be exchanged.')}{' '}
            <Button
              size="small"
              disabled={disabled}
              onClick={() => onChange({ latitude: place.longitude, longitude: place.latitude })}
            >
              {t('对调', 'Exchange')}
            </Button>
          </p>
        )}
        {isFar && (
          <p className={styles.warn}>{t('这个点不在中国，请核对。', 'This point is not in China; please check it.')}</p>
        )}
      </div>
      <p className={styles.soft}>
        {t('可以粘贴', 'Paste the coordinates or a link of ')}
        <a href="https://lbs.qq.com/getPoint/" target="_blank" rel="noopener noreferrer">
          {t('腾讯地图坐标拾取器', 'Tencent Map’s picker')}
        </a>
        {t(
          '复制的坐标，或腾讯、高德、百度地图的链接，两格会一起填好。',
          ', Amap or Baidu Map into either field: both are filled in.',
        )}
        {isWhole && !turned && (
          <>
            {' '}
            <a href={mapLink(latitude, longitude, name)} target="_blank" rel="noopener noreferrer">
              {t('在地图上核对', 'Check it on the map')}
            </a>
          </>
        )}
      </p>
    </div>
  )
}
