import Taro from '@tarojs/taro'

/** What a drawing needs of a 2d canvas; the web's own context and WeChat's both have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arcTo'
  | 'arc'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'scale'
  | 'drawImage'
>

/** A picture that was loaded for a canvas, with its own size in pixels. */
export type Loaded = CanvasImageSource & { width: number; height: number }

export interface Drawing {
  /** In the pixels that the drawing is told in. */
  width: number
  /** Told beforehand, or found by measuring the text that is set. */
  height: number | ((pen: Pen) => number)
  /** Pixels of the file for each of those. */
  density: number
  /** Addresses of the pictures; one that does not load comes as null. */
  pictures: string[]
  draw: (pen: Pen, pictures: (Loaded | null)[]) => void
}

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): { src: string; width: number; height: number; onload: () => void; onerror: () => void }
}

const PATIENCE_MS = 8_000

const nodeOf = (id: string): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: ({ node?: CanvasNode } | null)[]) => {
        const node = found[0]?.node
        if (node) resolve(node)
        else reject(new Error(`no canvas ${id} on the page`))
      })
  })

const load = (canvas: CanvasNode, address: string): Promise<Loaded | null> =>
  new Promise((resolve) => {
    const image = canvas.createImage()
    const late = setTimeout(() => resolve(null), PATIENCE_MS)
    const settle = (loaded: Loaded | null) => () => {
      clearTimeout(late)
      resolve(loaded)
    }
    image.onload = settle(image as unknown as Loaded)
    image.onerror = settle(null)
    image.src = address
  })

/**
 * Draws on the page's canvas `id` and resolves with the file that came of it. The canvas has to stand near the root of
 * the page: what lies inside a component cannot be asked for. Rejects when there is no canvas or no file.
 */
export async function paint(id: string, { width, height, density, pictures, draw }: Drawing): Promise<string> {
  const canvas = await nodeOf(id)
  const loaded = await Promise.all(pictures.map((address) => load(canvas, address)))
  const pen = canvas.getContext('2d')
  const tall = typeof height === 'number' ? height : height(pen)
  canvas.width = width * density
  canvas.height = Math.round(tall * density)
  pen.scale(density, density)
  draw(pen, loaded)
  const size = { width: canvas.width, height: canvas.height }
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    ...size,
    destWidth: size.width,
    destHeight: size.height,
    fileType: 'jpg',
    quality: 0.92,
  })
  return tempFilePath
}
