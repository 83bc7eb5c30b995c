/** A file's bytes as text, without the byte order mark. `badOffset` is where bytes could not be read, as an offset in `text`. */
interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';
  readonly badOffset: number | undefined;
}

/**
 * Reads UTF-8 and UTF-16, with or without a byte order mark. UTF-16 without one is known by its zero bytes: a document
 * that starts with an ASCII character has one in its first two bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'UTF-16BE');
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), 'UTF-8');
  if (first !== undefined && first !== 0 && second === 0) return decodeUtf16(bytes, 'UTF-16LE');
  if (first === 0 && second !== undefined && second !== 0) return decodeUtf16(bytes, 'UTF-16BE');
  return decode(bytes, 'UTF-8');
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText {
  if (encoding === 'UTF-16LE') return decode(bytes, encoding);
  // Node without full ICU knows no UTF-16BE, so the bytes are swapped.
  const swapped = new Uint8Array(bytes.length);
  bytes.forEach(
    (byte, index) => (swapped[index % 2 === 0 && index + 1 < bytes.length ? index + 1 : index - (index % 2)] = byte)
  );
  return { ...decode(swapped, 'UTF-16LE'), encoding };
}

function decode(bytes: Uint8Array, encoding: 'UTF-8' | 'UTF-16LE'): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (!text.includes('\uFFFD')) return { text, encoding, badOffset: undefined };
  try {
    return {
      text: new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes),
      encoding,
      badOffset: undefined
    };
  } catch {
    return { text, encoding, badOffset: text.indexOf('\uFFFD') };
  }
}
