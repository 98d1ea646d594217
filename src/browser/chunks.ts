/** The bytes of a file of the reader's own, as they come; unpacked where it is packed. */
const PROGRESS_EVERY = 4_000_000;

/** @param seen is told from time to time how many bytes were read */
export async function* chunksOf(file: File, seen: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const raw = file.stream();
  const stream = /\.gz$/i.test(file.name) ? raw.pipeThrough(new DecompressionStream('gzip')) : raw;
  const reader = stream.getReader();
  let [bytes, told] = [0, 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.length;
    if (bytes - told > PROGRESS_EVERY) seen((told = bytes));
    yield value;
  }
}
