import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Media } from '../../../../../shared/contract'
import type { PictureCut, Point } from '../../../../../shared/domain/pictureCut'
import { classes } from '../../../ui/classes'
import { t } from '../../../ui/language'
import { CORNERS, cornerAt, moveCorner, moveCrop, moveFocus, type Corner } from './cropMoves'
import type { Cropping } from './useCrop'
import styles from './Crop.module.css'

const STEP = 0.01
const LONG_STEP = 0.05
/** A press that moves less, in pixels, means a place and not a drag. */
const STILL = 4

const CORNER_NAMES: Record<Corner, { zh: string; en: string }> = {
  nw: { zh: '左上角', en: 'Upper left corner' },
  ne: { zh: '右上角', en: 'Upper right corner' },
  sw: { zh: '左下角', en: 'Lower left corner' },
  se: { zh: '右下角', en: 'Lower right corner' },
}

const percent = (part: number): string => `${Math.round(part * 100)}%`
const placeWords = ({ x, y }: Point): string =>
  t(`横 ${percent(x)}，纵 ${percent(y)}`, `${percent(x)} across, ${percent(y)} down`)

function arrowOf({ key, shiftKey }: KeyboardEvent): Point | null {
  const step = shiftKey ? LONG_STEP : STEP
  switch (key) {
    case 'ArrowLeft':
      return { x: -step, y: 0 }
    case 'ArrowRight':
      return { x: step, y: 0 }
    case 'ArrowUp':
      return { x: 0, y: -step }
    case 'ArrowDown':
      return { x: 0, y: step }
    default:
      return null
  }
}

interface Drag {
  what: Corner | 'picture'
  from: Point
  at: Point
  cut: PictureCut
  moved: boolean
}

/** The picture with its frame, its corners and its focus: for a mouse, a finger, and arrow keys. */
export function CropStage({ picture, crop: cropping }: { picture: Media; crop: Cropping }) {
  const { cut, shape, begin, to } = cropping
  const stage = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const { crop, focus } = cut

  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = stage.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return { x: 0, y: 0 }
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
  }
  const press = (what: Drag['what'], event: PointerEvent) => {
    if (event.button !== 0) return
    event.stopPropagation()
    stage.current?.setPointerCapture(event.pointerId)
    drag.current = { what, from: placeOf(event), at: { x: event.clientX, y: event.clientY }, cut, moved: false }
  }
  const drawn = (event: PointerEvent) => {
    const now = drag.current
    if (now === null) return
    const far = Math.hypot(event.clientX - now.at.x, event.clientY - now.at.y)
    if (!now.moved && far < STILL) return
    if (!now.moved) begin()
    now.moved = true
    const place = placeOf(event)
    if (now.what === 'picture') to(moveCrop(now.cut, { x: place.x - now.from.x, y: place.y - now.from.y }))
    else to(moveCorner(now.cut, now.what, place, shape, picture))
  }
  const release = (event: PointerEvent) => {
    const now = drag.current
    drag.current = null
    if (now === null || now.moved || now.what !== 'picture') return
    begin()
    to(moveFocus(cut, placeOf(event)))
  }
  const byKey = (moved: (by: Point) => PictureCut) => (event: KeyboardEvent) => {
    const by = arrowOf(event)
    if (by === null) return
    event.preventDefault()
    begin()
    to(moved(by))
  }

  const frame = {
    left: `${crop.x * 100}%`,
    top: `${crop.y * 100}%`,
    width: `${crop.width * 100}%`,
    height: `${crop.height * 100}%`,
  }
  const slider = (name: string, place: Point) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': name,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round(place.x * 100),
    'aria-valuetext': placeWords(place),
  })

  return (
    <div
      ref={stage}
      className={styles.stage}
      onPointerDown={(event) => press('picture', event)}
      onPointerMove={drawn}
      onPointerUp={release}
      onPointerCancel={() => (drag.current = null)}
    >
      <img
        className={styles.original}
        src={picture.url}
        alt={t('要裁剪的图片', 'The picture to cut')}
        draggable={false}
      />
      <div className={styles.shade}>
        <div style={frame} />
      </div>
      <div
        {...slider(t('裁剪框', 'Crop'), { x: crop.x, y: crop.y })}
        className={styles.frame}
        style={frame}
        onKeyDown={byKey((by) => moveCrop(cut, by))}
      />
      {CORNERS.map((corner) => {
        const place = cornerAt(crop, corner)
        return (
          <div
            key={corner}
            {...slider(t(CORNER_NAMES[corner]), place)}
            className={classes(styles.corner, styles[corner])}
            style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}
            onPointerDown={(event) => press(corner, event)}
            onKeyDown={byKey((by) => moveCorner(cut, corner, { x: place.x + by.x, y: place.y + by.y }, shape, picture))}
          />
        )
      })}
      <div
        {...slider(t('焦点', 'Focus'), focus)}
        className={styles.focus}
        style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
        onKeyDown={byKey((by) => moveFocus(cut, { x: focus.x + by.x, y: focus.y + by.y }))}
      />
    </div>
  )
}
