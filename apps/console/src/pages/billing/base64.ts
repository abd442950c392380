const CHUNK_BYTES = 32_768;

/** Bytes as base64; in pieces, for a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let begin = 0; begin < bytes.length; begin += CHUNK_BYTES)
    binary += String.fromCharCode(...bytes.subarray(begin, begin + CHUNK_BYTES));
  return btoa(binary);
}
