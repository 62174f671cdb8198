import type { Layout } from '../support/typesetter/layout.ts'
import { LAYOUT_TEXT, MODERN_EXTRACTION } from '../support/typesetter/layouts.ts'

/** The layouts in which every text is measured. */
export const MEASURE_LAYOUTS: readonly Layout[] = [MODERN_EXTRACTION, LAYOUT_TEXT]
