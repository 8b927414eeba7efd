/** Why a picture was not saved. `turned away`: the member closed the dialog, which is no fault. */
export type AlbumProblem = 'refused' | 'turned away' | 'undeclared' | 'failed'

/**
 * Reads a failure of `wx.saveImageToPhotosAlbum`. `auth deny` and `auth denied`: the album's permission is off;
 * errno 103 and 104: the privacy dialog was refused; errno 112: the privacy guide does not name the album.
 */
export function albumProblem(thrown: unknown): AlbumProblem {
  const { errMsg = '', errno = 0 } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    errMsg?: string
    errno?: number
  }
  if (errno === 112) return 'undeclared'
  if (errno === 103 || errno === 104 || /auth|authorize/i.test(errMsg)) return 'refused'
  return /cancel/i.test(errMsg) ? 'turned away' : 'failed'
}
