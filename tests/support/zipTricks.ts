import { readFile, writeFile } from 'node:fs/promises'

/** What the directory of a zip says of one entry. */
export interface Told {
  name: string
  checksum: number
  packed: number
  size: number
  /** Unix mode, the kind of file included. */
  mode: number
}

const ENTRY = 0x02014b50
const END = 0x06054b50

const directoryAt = (zip: Buffer): { at: number; end: number } => {
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== END) end -= 1
  return { at: zip.readUInt32LE(end + 16), end }
}

function* entriesOf(zip: Buffer): Generator<{ at: number; length: number; name: string }> {
  const directory = directoryAt(zip)
  for (let { at } = directory; at < directory.end && zip.readUInt32LE(at) === ENTRY;) {
    const name = zip.readUInt16LE(at + 28)
    const length = 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    yield { at, length, name: zip.toString('utf8', at + 46, at + 46 + name) }
    at += length
  }
}

/** Lets the directory of a zip say something else of its entries than what is packed. */
export async function rewrite(path: string, change: (told: Told) => Told): Promise<void> {
  const zip = await readFile(path)
  for (const { at, name } of entriesOf(zip)) {
    const told = change({
      name,
      checksum: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      mode: zip.readUInt32LE(at + 38) >>> 16,
    })
    zip.writeUInt32LE(told.checksum >>> 0, at + 16)
    zip.writeUInt32LE(told.packed, at + 20)
    zip.writeUInt32LE(told.size, at + 24)
    zip.writeUInt32LE((told.mode << 16) >>> 0, at + 38)
  }
  await writeFile(path, zip)
}

/** Writes the directory anew. */
async function withDirectory(path: string, lay: (zip: Buffer) => Buffer[]): Promise<void> {
  const zip = await readFile(path)
  const { at, end } = directoryAt(zip)
  const entries = lay(zip)
  const directory = Buffer.concat(entries)
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  await writeFile(path, Buffer.concat([zip.subarray(0, at), directory, tail]))
}

const called = (entry: Buffer, name: string): Buffer => {
  const bytes = Buffer.from(name)
  const head = Buffer.from(entry.subarray(0, 46))
  const was = head.readUInt16LE(28)
  head.writeUInt16LE(bytes.length, 28)
  return Buffer.concat([head, bytes, entry.subarray(46 + was)])
}

/** Gives entries names that no zip program would write. */
export const renamed = (path: string, names: ReadonlyMap<string, string>): Promise<void> =>
  withDirectory(path, (zip) =>
    [...entriesOf(zip)].map(({ at, length, name }) => called(zip.subarray(at, at + length), names.get(name) ?? name)),
  )

/** Lists the first entry `times` times, each with a name of its own and all with the same bytes. */
export const repeated = (path: string, times: number): Promise<void> =>
  withDirectory(path, (zip) => {
    const [first] = entriesOf(zip)
    if (first === undefined) return []
    const entry = zip.subarray(first.at, first.at + first.length)
    return Array.from({ length: times }, (_, number) => called(entry, `${number}.html`))
  })
