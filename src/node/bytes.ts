/** The bytes of files: dropped ones as they come, packed or not. */
import { createReadStream, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { error } from '../domain/problem.ts';
import { Unreadable } from '../ingest/read.ts';

/** Exports become 10 to 40 times smaller; what becomes more than this and is large was made to fill the memory. */
const DENSEST = 200;
const DENSE_FROM = 64 * 1024 * 1024;

/**
 * The bytes of a drop, decompressed where it is compressed.
 * @param name how problems name it
 * @throws Unreadable where the file cannot be read
 */
export async function* bytesOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const compressed = /\.gz$/i.test(path);
  const stream = compressed ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
  if (compressed) file.on('error', (cause) => stream.destroy(cause));
  let bytes = 0;
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (compressed && bytes > DENSE_FROM && bytes > DENSEST * size)
        throw new Unreadable(error('gzip-too-dense', { bytes, size }, { file: name }));
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new Unreadable(error('gzip-truncated', { bytes }, { file: name }));
    if (code?.startsWith('Z_')) throw new Unreadable(error('gzip-invalid', { reason: message }, { file: name }));
    throw new Unreadable(error('file-unreadable', { reason: message }, { file: name }));
  } finally {
    file.destroy();
    stream.destroy();
  }
}
