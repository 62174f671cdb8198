/** The source of `src/formats/html/page-bundle.ts`. */
export function readingPage(): Promise<string>
