// A static server on the loopback interface, with the headers that SharedArrayBuffer needs.
import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import {inBuild} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';

const defaultPort = 8321;
const portsToTry = 20;

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

// The file that a request path names, with its stat; undefined if there is none inside `folder`.
function findFile(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  let file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  let stat = statSync(file, {throwIfNoEntry: false});
  if (stat?.isDirectory()) {
    file = join(file, 'index.html');
    stat = statSync(file, {throwIfNoEntry: false});
  }
  return stat?.isFile() ? {file, stat} : undefined;
}

// The brotli file that the build writes beside the original, if the client takes it.
function compressedTwin(request, found) {
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return undefined;
  const file = `${found.file}.br`;
  const stat = statSync(file, {throwIfNoEntry: false});
  return stat && stat.mtimeMs >= found.stat.mtimeMs ? {file, stat} : undefined;
}

function respond(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {...isolationHeaders, Allow: 'GET, HEAD'}).end();
    return;
  }
  const found = findFile(folder, request.url);
  if (!found) {
    response.writeHead(404, {...isolationHeaders, 'Content-Type': types['.txt']}).end('Not found\n');
    return;
  }
  const twin = compressedTwin(request, found);
  const {file, stat} = twin ?? found;
  const etag = `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}"`;
  // Names under /assets/ carry a hash of the content.
  const fixed = found.file.startsWith(join(folder, 'assets') + sep);
  const headers = {
    ...isolationHeaders,
    'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
    'Cache-Control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(twin && {'Content-Encoding': 'br'}),
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {...headers, 'Content-Length': stat.size});
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

// Serves `folder`; port 0 takes any free one, undefined the first free one from the default on.
export async function serve(folder, port) {
  const server = createServer((request, response) => respond(normalize(folder), request, response));
  const first = port ?? defaultPort;
  const last = port === undefined ? defaultPort + portsToTry : first;
  for (let candidate = first; ; ++candidate) {
    try {
      const bound = await listen(server, candidate);
      return {address: `http://127.0.0.1:${bound}/`, close: () => server.close()};
    } catch (error) {
      server.removeAllListeners('listening');
      if (error.code !== 'EADDRINUSE' || candidate >= last) {
        throw new Failure(`Cannot listen on port ${candidate}: ${error.message}`);
      }
    }
  }
}

export function portOption(args) {
  const index = args.indexOf('--port');
  if (index < 0) return undefined;
  const port = Number(args[index + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Failure('--port takes a number up to 65535');
  return port;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async args => {
    const folder = args.find((word, index) => !word.startsWith('--') && args[index - 1] !== '--port');
    const {address} = await serve(folder ?? inBuild('web'), portOption(args));
    console.log(`Serving ${address}`);
  });
}
