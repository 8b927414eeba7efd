import { t } from '../../language'

/**
 * Word puts a text's pictures beside it, written out as hexadecimal digits in the RTF of the same clipboard, while its
 * HTML only names files that no page may read. They come in the same order.
 */
const PICTURE = /\\(pngblip|jpegblip)((?:\\blip(?:tag|upi)-?\d+|\s)*)([0-9a-f\s]+)\}/gi
/** Stands between a picture's kind and its digits, and has digits of its own. */
const UNIQUE_ID = /\{\\\*\\blipuid[^{}]*\}/g

function bytesOf(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(digits.length >> 1)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  return bytes
}

/** The pictures of a clipboard's RTF as files, in order. */
export function rtfPictures(rtf: string): File[] {
  return [...rtf.replace(UNIQUE_ID, '').matchAll(PICTURE)].map(([, kind = '', , written = ''], index) => {
    const ending = kind.toLowerCase() === 'jpegblip' ? 'jpeg' : 'png'
    return new File([bytesOf(written.replace(/\s+/g, ''))], `${t('图片', 'Picture')} ${index + 1}.${ending}`, {
      type: `image/${ending}`,
    })
  })
}
