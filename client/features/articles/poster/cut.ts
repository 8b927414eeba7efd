/** How much of a picture is left when it fills a box of `ratio` (width to height), 0 to 1. */
export const shareLeft = (picture: { width: number; height: number }, ratio: number): number => {
  const own = picture.width / picture.height
  return Math.min(own, ratio) / Math.max(own, ratio)
}
