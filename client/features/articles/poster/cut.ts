/** The part of a picture that fills a box of another shape, from its middle; all in the picture's own pixels. */
export function middleOf(picture: { width: number; height: number }, box: { width: number; height: number }) {
  const scale = Math.min(picture.width / box.width, picture.height / box.height)
  const width = box.width * scale
  const height = box.height * scale
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}

/** How much of a picture is left when it fills a box of `ratio` (width to height), 0 to 1. */
export const shareLeft = (picture: { width: number; height: number }, ratio: number): number => {
  const own = picture.width / picture.height
  return Math.min(own, ratio) / Math.max(own, ratio)
}
