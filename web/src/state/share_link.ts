// Share links: the whole playground state, in the URL fragment.
//
//   #1.<base64url(deflate(JSON))>
//
// The fragment never reaches a server. The leading number is the format version:
// a change of format adds a decoder for the new number and keeps the old one.
// Deflate is zlib's (RFC 1950): its checksum tells a damaged link from another program.

import {strFromU8, strToU8, unzlibSync, zlibSync} from 'fflate';
import {fromBase64Url, toBase64Url} from '../base/base64url';
import {fail, ok, type Result} from '../base/result';
import {differingOptions, parseOptions, type RunOptions} from '../base/run_options';

export interface ShareState {
  readonly source: string;
  readonly options: RunOptions;
}

export type ShareError = 'unknown-version' | 'damaged' | 'unknown-content';

export function encodeShareLink(state: ShareState): string {
  const json = JSON.stringify({source: state.source, options: differingOptions(state.options)});
  return `#1.${toBase64Url(zlibSync(strToU8(json), {level: 9}))}`;
}

// Never throws: a damaged link is an error to show, not a half-filled state.
export function decodeShareLink(hash: string): Result<ShareState, ShareError> {
  const [, version, body] = /^#(\d+)\.(.*)$/s.exec(hash) ?? [];
  if (version === undefined || body === undefined) return fail('damaged');
  if (version !== '1') return fail('unknown-version');
  const json = inflate(body);
  if (json === null) return fail('damaged');
  return validate(json);
}

function inflate(body: string): unknown {
  const packed = fromBase64Url(body);
  if (!packed || packed.length < 6) return null;
  try {
    const bytes = unzlibSync(packed);
    const checksum = new DataView(packed.buffer, packed.length - 4).getUint32(0);
    return checksum === adler32(bytes) ? (JSON.parse(strFromU8(bytes)) as unknown) : null;
  } catch {
    return null;
  }
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function validate(json: unknown): Result<ShareState, ShareError> {
  if (typeof json !== 'object' || json === null || !('source' in json)) return fail('damaged');
  if (typeof json.source !== 'string') return fail('damaged');
  const options = parseOptions('options' in json ? json.options : undefined);
  return options ? ok({source: json.source, options}) : fail('unknown-content');
}
