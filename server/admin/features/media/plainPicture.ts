import type { LibraryPicture, Media } from '../../../../shared/contract'

/** What an article holds of a picture; what only the library shows is left out. */
export const plainPicture = ({
  name: _name,
  thumbnail: _thumbnail,
  bytes: _bytes,
  createdBy: _by,
  ...media
}: LibraryPicture): Media => media
