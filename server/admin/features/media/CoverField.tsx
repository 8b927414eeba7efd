import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useRef, useState, type DragEvent } from 'react'
import type { Media } from '../../../../shared/contract'
import { uploadFile } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { classes } from '../../ui/classes'
import { Picture } from '../../ui/icons'
import { t } from '../../ui/language'
import { CropDialog } from './crop/CropDialog'
import styles from './CoverField.module.css'

interface CoverFieldProps {
  cover: Media | null
  error: string | undefined
  onChange: (cover: Media | null) => void
  /** A picture that was uploaded before, as somebody chooses it; null when nobody did. */
  pick: () => Promise<Media | null>
}

/** The picture of lists and shared cards: chosen or dropped, shown as it will be cut. */
export function CoverField({ cover, error, onChange, pick }: CoverFieldProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [cutting, setCutting] = useState(false)
  const noteId = useId()
  const upload = useMutation({ mutationFn: uploadFile, onSuccess: (media) => onChange(media) })
  const problem = upload.error === null ? error : wordsFor(upload.error)
  const take = (file: File | undefined) => {
    if (file !== undefined) upload.mutate(file)
  }
  const choose = () => chooser.current?.click()
  const fromLibrary = async () => {
    const picked = await pick()
    if (picked === null) return
    upload.reset()
    onChange(picked)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    <div
      className={styles.field}
      role="group"
      aria-label={t('封面图片', 'Cover picture')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles.label}>
        {t('封面图片 ', 'Cover picture ')}
        <span className={styles.soft}>{t('选填', 'optional')}</span>
      </span>
      {cover === null ? (
        <button
          type="button"
          className={classes(styles.empty, over && styles.over)}
          aria-describedby={problem === undefined ? undefined : noteId}
          disabled={upload.isPending}
          onClick={choose}
        >
          <Picture />
          {upload.isPending ? t('正在上传…', 'Uploading…') : t('选择或拖入封面', 'Choose or drop a cover')}
        </button>
      ) : (
        <>
          <img
            className={classes(styles.picture, over && styles.over)}
            src={cover.card ?? cover.url}
            alt={t('当前封面', 'Current cover')}
          />
          {cover.cut !== undefined && (
            <p className={styles.note}>
              {t('已裁剪，原图保留在图片库。', 'Cut; the picture itself is in the library.')}
            </p>
          )}
        </>
      )}
      <div className={styles.buttons}>
        {cover !== null && (
          <Button size="small" loading={upload.isPending} onClick={choose}>
            {t('更换封面', 'Change the cover')}
          </Button>
        )}
        <Button size="small" onClick={() => void fromLibrary()}>
          {t('从图片库选择', 'Choose from the library')}
        </Button>
        {cover !== null && (
          <Button size="small" onClick={() => setCutting(true)}>
            {t('裁剪与焦点', 'Crop and focus')}
          </Button>
        )}
        {cover !== null && (
          <Button size="small" type="text" onClick={() => onChange(null)}>
            {t('移除封面', 'Remove the cover')}
          </Button>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('选择封面图片', 'Choose a cover picture')}
        accept="image/jpeg,image/png,image/webp,image/gif"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <CropDialog
        cover={cutting ? cover : null}
        onClose={() => setCutting(false)}
        onDone={(cut) => {
          setCutting(false)
          onChange(cut)
        }}
      />
      {problem !== undefined && (
        <p id={noteId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
