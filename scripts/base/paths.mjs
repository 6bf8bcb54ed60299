// Where things are. Every path is absolute.
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const buildDir = join(root, 'build');
export const stampDir = join(buildDir, '.stamps');
export const nativeEngine = join(buildDir, 'native', 'heddle');

export const inRoot = (...parts) => join(root, ...parts);
export const inBuild = (...parts) => join(buildDir, ...parts);

// The folder of benchmark programs and peers that may lie beside the repository or in it.
export function sharedFolder(name) {
  return [inRoot('shared', name), inRoot('..', 'shared', name)].find(path => existsSync(path));
}
