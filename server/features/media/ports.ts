export interface KeptPicture {
  id: string
  /** Name in the uploads folder. */
  file: string
  mime: string
  width: number
  height: number
  bytes: number
  alt: string
  createdAt: number
  createdBy: string
}

export interface MediaStore {
  add(picture: KeptPicture, audit: { staffId: string | null; address: string }): Promise<void>
}

/** Where pictures lie. A file is there whole or not at all. */
export interface Uploads {
  keep(file: string, content: Buffer): Promise<void>
  remove(file: string): Promise<void>
}
