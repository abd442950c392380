import { type Fault } from '#domain/fault';

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a bank's file: by its byte order mark, else UTF-8, else GB18030, which contains GBK and GB2312. Bytes that
 * are neither are a fault, never a text with holes.
 */
export function decodeStatement(
  bytes: Uint8Array,
): { readonly value: string } | { readonly faults: readonly Fault[] } {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  for (const encoding of marked ? [marked[0]] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { value: text };
    } catch {
      // Another encoding, then.
    }
  }
  return {
    faults: [
      {
        path: 'content',
        problem: 'is no text',
        allowed: 'allowed are UTF-8, UTF-16 with its mark, and GB18030',
      },
    ],
  };
}
