import type { Random } from '../../support/random.ts'
import type { Grey } from './pgm.ts'

/** What wear, ink and the scanner do to a page. */
export interface Wear {
  /** Most degrees by which the page lies askew, to either side. */
  readonly skew: number
  /** How many pixels to each side a pixel runs into, at 300 dots to the inch. */
  readonly blur: number
  /** Most greys by which a pixel is off. */
  readonly noise: number
  /** Of a million pixels, so many are specks of ink, and as many holes in it. */
  readonly specks: number
  /** All that is darker becomes black and the rest white; undefined leaves the greys. */
  readonly threshold: number | undefined
}

/** From a page fresh from the press to a poor photocopy. */
export const WEAR: readonly Wear[] = [
  { skew: 0, blur: 0, noise: 0, specks: 0, threshold: undefined },
  { skew: 0.2, blur: 1, noise: 30, specks: 0.5, threshold: undefined },
  { skew: 0.35, blur: 2, noise: 80, specks: 4, threshold: 160 },
  { skew: 0.5, blur: 3, noise: 95, specks: 10, threshold: 150 },
]

/** Wears a page. The same picture, wear and random source give the same picture. O(pixels × blur). */
export function degrade(picture: Grey, wear: Wear, random: Random): Grey {
  const askew = rotate(picture, ((random() * 2 - 1) * wear.skew * Math.PI) / 180)
  const soft = wear.blur === 0 ? askew : blur(blur(askew, wear.blur, true), wear.blur, false)
  const pixels = Uint8Array.from(soft.pixels)
  const { noise, threshold } = wear
  if (noise > 0) {
    for (let i = 0; i < pixels.length; i++) {
      const off = (random() + random() - 1) * noise
      pixels[i] = Math.max(0, Math.min(255, (pixels[i] ?? 0) + off))
    }
  }
  if (threshold !== undefined) {
    for (let i = 0; i < pixels.length; i++) pixels[i] = (pixels[i] ?? 0) < threshold ? 0 : 255
  }
  const specks = Math.round((wear.specks * pixels.length) / 1e6)
  for (let i = 0; i < 2 * specks; i++) speck(pixels, soft.width, i < specks ? 0 : 255, random)
  return { ...soft, pixels }
}

/** Turns a picture about its middle; what comes in from outside is white. */
function rotate({ width, height, pixels }: Grey, angle: number): Grey {
  if (angle === 0) return { width, height, pixels }
  const turned = new Uint8Array(pixels.length).fill(255)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [midX, midY] = [width / 2, height / 2]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = cos * (x - midX) + sin * (y - midY) + midX
      const fromY = -sin * (x - midX) + cos * (y - midY) + midY
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [a, b] = [pixels[at] ?? 0, pixels[at + 1] ?? 0]
      const [c, d] = [pixels[at + width] ?? 0, pixels[at + width + 1] ?? 0]
      const [right, down] = [fromX - left, fromY - top]
      const above = a + (b - a) * right
      turned[y * width + x] = above + (c + (d - c) * right - above) * down
    }
  }
  return { width, height, pixels: turned }
}

/** Mixes each pixel with its neighbours on a row, or in a column. */
function blur({ width, height, pixels }: Grey, reach: number, across: boolean): Grey {
  const mixed = new Uint8Array(pixels.length).fill(255)
  const step = across ? 1 : width
  const [marginX, marginY] = across ? [reach, 0] : [0, reach]
  for (let y = marginY; y < height - marginY; y++) {
    for (let x = marginX; x < width - marginX; x++) {
      const at = y * width + x
      let sum = 0
      let weights = 0
      for (let k = -reach; k <= reach; k++) {
        const weight = reach + 1 - Math.abs(k)
        sum += (pixels[at + k * step] ?? 0) * weight
        weights += weight
      }
      mixed[at] = sum / weights
    }
  }
  return { width, height, pixels: mixed }
}

/** A spot of one to three pixels to each side. */
function speck(pixels: Uint8Array, width: number, grey: number, random: Random): void {
  const size = 1 + Math.floor(random() * 3)
  const from = Math.floor(random() * (pixels.length - size * width))
  for (let row = 0; row < size; row++) {
    pixels.fill(grey, from + row * width, from + row * width + size)
  }
}
