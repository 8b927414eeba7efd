import type { Drawing, Loaded } from './canvas'

const PATIENCE_MS = 8_000

const load = (address: string): Promise<Loaded | null> =>
  new Promise((resolve) => {
    const image = new Image()
    const late = setTimeout(() => resolve(null), PATIENCE_MS)
    const settle = (loaded: Loaded | null) => () => {
      clearTimeout(late)
      resolve(loaded)
    }
    image.onload = settle(image)
    image.onerror = settle(null)
    image.src = address
  })

/** The web's twin of `canvas.ts`: on a canvas of its own, and with an address for the picture that came of it. */
export async function paint(_id: string, { width, height, density, pictures, draw }: Drawing): Promise<string> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  const loaded = await Promise.all(pictures.map(load))
  const tall = typeof height === 'number' ? height : height(pen)
  canvas.width = width * density
  canvas.height = Math.round(tall * density)
  pen.scale(density, density)
  draw(pen, loaded)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  if (!file) throw new Error('the canvas gave no picture')
  return URL.createObjectURL(file)
}
