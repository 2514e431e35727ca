// Writes the font of the package, which comes packed for the web (WOFF 1.0, W3C 2012), as the TrueType file that a PDF takes,
// and its licence beside it: FONT_OUT names the file.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const home = join(import.meta.dirname, 'node_modules/@ibm/plex-sans-sc')
const out = process.env.FONT_OUT ?? 'notice.ttf'
const woff = readFileSync(join(home, 'fonts/complete/woff/hinted/IBMPlexSansSC-Regular.woff'))
if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('no WOFF 1.0')

const count = woff.readUInt16BE(12)
const tables = Array.from({ length: count }, (_, i) => {
  const entry = 44 + 20 * i
  const offset = woff.readUInt32BE(entry + 4)
  const packed = woff.readUInt32BE(entry + 8)
  const length = woff.readUInt32BE(entry + 12)
  const bytes = woff.subarray(offset, offset + packed)
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    bytes: packed < length ? inflateSync(bytes) : bytes,
  }
})

const power = 2 ** Math.floor(Math.log2(count))
const head = Buffer.alloc(12 + 16 * count)
woff.copy(head, 0, 4, 8)
head.writeUInt16BE(count, 4)
head.writeUInt16BE(16 * power, 6)
head.writeUInt16BE(Math.log2(power), 8)
head.writeUInt16BE(16 * (count - power), 10)
let place = head.length
const parts = [head]
tables.forEach(({ tag, checksum, bytes }, i) => {
  const entry = 12 + 16 * i
  tag.copy(head, entry)
  head.writeUInt32BE(checksum, entry + 4)
  head.writeUInt32BE(place, entry + 8)
  head.writeUInt32BE(bytes.length, entry + 12)
  parts.push(bytes, Buffer.alloc(-bytes.length & 3))
  place += bytes.length + (-bytes.length & 3)
})
mkdirSync(dirname(out), { recursive: true })
copyFileSync(join(home, 'LICENSE.txt'), join(dirname(out), 'OFL.txt'))
writeFileSync(out, Buffer.concat(parts))
