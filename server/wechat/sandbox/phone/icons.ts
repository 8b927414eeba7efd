const SVG = 'http://www.w3.org/2000/svg'

/** Drawn for this page: strokes of 1.8 on 24 by 24, in the colour of the text. */
const PATHS = {
  more: ['M6 12h.01', 'M12 12h.01', 'M18 12h.01'],
  close: ['M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17', 'M12 9.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8'],
  back: ['M15 5l-7 7l7 7'],
  next: ['M9 5l7 7l-7 7'],
  check: ['M5.5 12.5l4.2 4.2L18.5 8'],
  bell: ['M6.5 17V11a5.5 5.5 0 0 1 11 0v6l1.5 1.5H5z', 'M10 21h4'],
  phone: [
    'M6 4.5h3l1.5 4l-2 1.5a11 11 0 0 0 5.500 5.500l1.500-2l4 1.500v3a1.500 1.500 0 0 1-1.500 1.500A14.500 14.500 0 0 1 4.500 6A1.500 1.500 0 0 1 6 4.500z',
  ],
  pin: [
    'M12 21c4-4.600 6.500-7.800 6.500-11a6.500 6.500 0 0 0-13 0c0 3.200 2.500 6.400 6.500 11z',
    'M12 7.700a2.300 2.300 0 1 0 0 4.600a2.300 2.300 0 1 0 0-4.600',
  ],
  waves: [
    'M3 10.500c2.500-2.600 4.500-2.600 6.500-.5s4 2.100 6 0s3.500-1.800 5.500 0',
    'M3 16c2.500-2.600 4.500-2.600 6.500-.5s4 2.100 6 0s3.500-1.800 5.500 0',
  ],
} as const

export type IconName = keyof typeof PATHS

export function icon(name: IconName, size = 24): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    'aria-hidden': 'true',
    class: `icon icon--${name}`,
  }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value))
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
