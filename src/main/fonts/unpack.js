// Writes the font of the package, which comes packed for the web (WOFF 1.0, W3C 2012), as the TrueType file that a PDF takes,
// and its licence beside it: FONT_OUT names the file. What it lacks is written into the folder rare.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

import { decompress } from 'wawoff2'

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

// Of characters that share a glyph a PDF says the first when it is read aloud or searched: radicals, which no name is written with,
// are left out, so that it is the character. One subtable, of the whole of Unicode (OpenType, cmap format 12), is all that is needed.
const radical = (code) => code >= 0x2e80 && code <= 0x2fdf
const cmap = tables.find(({ tag }) => tag.toString() === 'cmap')
const subtable = Array.from({ length: cmap.bytes.readUInt16BE(2) }, (_, i) => 4 + 8 * i)
  .filter((entry) => cmap.bytes.readUInt16BE(entry) === 3 && cmap.bytes.readUInt16BE(entry + 2) === 10)
  .map((entry) => cmap.bytes.readUInt32BE(entry + 4))[0]
const groups = Array.from({ length: cmap.bytes.readUInt32BE(subtable + 12) }, (_, i) => {
  const group = subtable + 16 + 12 * i
  return [0, 4, 8].map((field) => cmap.bytes.readUInt32BE(group + field))
}).filter(([first, last]) => !radical(first) || !radical(last))
if (groups.some(([first, last]) => radical(first) || radical(last))) throw new Error('a group of radicals and others')
const kept = Buffer.alloc(28 + 12 * groups.length)
kept.writeUInt16BE(1, 2)
kept.writeUInt16BE(3, 4)
kept.writeUInt16BE(10, 6)
kept.writeUInt32BE(12, 8)
kept.writeUInt16BE(12, 12)
kept.writeUInt32BE(kept.length - 12, 16)
kept.writeUInt32BE(groups.length, 24)
groups.flat().forEach((value, i) => kept.writeUInt32BE(value, 28 + 4 * i))
cmap.bytes = kept
cmap.checksum = Array.from({ length: kept.length / 4 }, (_, i) => kept.readUInt32BE(4 * i)).reduce((sum, one) => (sum + one) >>> 0, 0)

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

// Ideographs that it lacks (GB 18030-2022 has those of Unicode up to Extension F) are in 花園明朝 (Hanazono Mincho), which comes in files of
// some hundred characters each (WOFF 2.0), so that a sheet reads those alone whose characters it shows; ranges.csv says what is where.
const hanamin = join(import.meta.dirname, 'node_modules/hanamin')
const rare = join(dirname(out), 'rare')
const ideographs = /^HanaMin[AB]\.CJK-(?:Unified|Compatibility)-Ideographs(?:-Extension-[A-F]|-Supplement)?(?:-\d+)?\.woff2$/
const has = (code) => groups.some(([first, last]) => first <= code && code <= last)
const lacks = ([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i).some((code) => !has(code))
const faces = [...readFileSync(join(hanamin, 'HanaMin.css'), 'utf8').matchAll(/url\(([^)]+)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)]
  .map(([, file, ranges]) => ({
    file,
    ranges: ranges.split(',').map((range) => {
      const [first, last = first] = range.trim().slice(2).split('-').map((code) => Number.parseInt(code, 16))
      return [first, last]
    }),
  }))
  .map(({ file, ranges }) => ({ file, ranges: ranges.filter(lacks) }))
  .filter(({ file, ranges }) => ideographs.test(file) && ranges.length > 0)
if (faces.length === 0) throw new Error('no rare ideographs')
mkdirSync(rare, { recursive: true })
const rows = ['first,last,file']
for (const { file, ranges } of faces) {
  const name = file.replace('.woff2', '.ttf')
  writeFileSync(join(rare, name), await decompress(readFileSync(join(hanamin, file))))
  rows.push(...ranges.map(([first, last]) => `${first},${last},${name}`))
}
writeFileSync(join(rare, 'ranges.csv'), rows.join('\n') + '\n')
copyFileSync(join(import.meta.dirname, 'HanaMin.txt'), join(rare, 'LICENSE.txt'))
