/** What a file holds, in chunks, to be read once. Text is written as UTF-8. */
export type Chunks = Iterable<string | Uint8Array>

/** What a file holds: bytes, or chunks of text and bytes. */
export type FileContent = Uint8Array | Chunks

/** Files by their names in a folder, `page/0001.txt` among them; each to be read once. */
export type Files = ReadonlyMap<string, FileContent>
