/** A picture in our own storage. */
export interface UploadedPicture {
  url: string
  width: number
  height: number
}
