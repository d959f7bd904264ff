/** Of a picture, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** A JPEG tells its size behind its metadata: no further than this is looked for it. Characters of base64. */
const farthest = 87_380;

/**
 * The size of a picture that is written as base64, with `data:image/…;base64,` before it or without; `null` where the
 * beginning of the picture is not there, or of no known kind. Reads PNG, GIF, JPEG and WebP.
 * Source: the formats' own specifications (PNG 3rd edition §11.2.1, GIF89a §18, ITU-T T.81 §B.2.2, RFC 9649).
 */
export function imageSize(written: string): ImageSize | null {
  const data = written.slice(0, farthest + 200).replace(/^data:[^,]{0,150};base64,/, '');
  const whole = /^[A-Za-z0-9+/]*/.exec(data.slice(0, farthest))?.[0] ?? '';
  const bytes = Uint8Array.from(atob(whole.slice(0, whole.length - (whole.length % 4))), (one) =>
    one.charCodeAt(0),
  );
  const view = new DataView(bytes.buffer);
  const size = bytes.length < 24 ? null : sizeIn(view);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

function sizeIn(view: DataView): ImageSize | null {
  const first = view.getUint32(0);
  if (first === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (first === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (first >>> 8 === 0xffd8ff) return jpegSize(view);
  return first === 0x52494646 && view.getUint32(8) === 0x57454250 ? webpSize(view) : null;
}

/** Segment by segment to the frame header, `SOFn`. */
function jpegSize(view: DataView): ImageSize | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // a byte that fills up stands before a marker
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView): ImageSize | null {
  if (view.byteLength < 30) return null;
  const kind = view.getUint32(12);
  // `VP8X`: three bytes each, one less than the size
  if (kind === 0x56503858)
    return {
      width: (view.getUint32(24, true) & 0xffffff) + 1,
      height: (view.getUint32(26, true) >>> 8) + 1,
    };
  // `VP8L`: 14 bits each, one less than the size
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 0x56503820) return null;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
