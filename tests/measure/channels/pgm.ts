/** A picture in greys: one byte a pixel, row by row, 0 is black. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Reads a binary PGM with one byte a pixel. Throws where it is none. */
export function readPgm(bytes: Uint8Array): Grey {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1')
  const found = /^P5\s+(?:#[^\n]*\n\s*)*(\d+)\s+(\d+)\s+255\s/u.exec(head)
  if (!found) throw new Error('Expected a binary PGM of 256 greys')
  const [width, height] = [Number(found[1]), Number(found[2])]
  const from = found[0].length
  return { width, height, pixels: bytes.subarray(from, from + width * height) }
}

export function writePgm({ width, height, pixels }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  return Buffer.concat([head, pixels])
}
