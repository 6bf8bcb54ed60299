import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {VitePWA} from 'vite-plugin-pwa';
import {brotliPlugin} from './build/brotli.ts';
import {engineFilesPlugin} from './build/engine_files.ts';
import {scenariosPlugin} from './build/scenarios.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = path.dirname(path.resolve(root));
const output = process.env['HEDDLE_WEB_OUT'] ?? path.join(project, 'build/web');
const engine = process.env['HEDDLE_WASM'] ?? path.join(project, 'build/wasm');

export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: ['index.html', 'bench.html', 'load.html'].map((page) => path.join(root, page)),
    },
  },
  worker: {format: 'es'},
  plugins: [
    scenariosPlugin(path.join(project, 'scenarios')),
    engineFilesPlugin(engine),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: {
        name: 'Heddle',
        short_name: 'Heddle',
        description: 'Concurrent Python, really running',
        start_url: './',
        display: 'standalone',
        background_color: '#f6f4f0',
        theme_color: '#3b4a9c',
        icons: [{src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any'}],
      },
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,wasm,library,ttf,webmanifest}'],
        globIgnores: ['bench.html', 'load.html', '**/*.br'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 32 << 20,
      },
    }),
    brotliPlugin(output, path.join(project, 'node_modules/.cache/heddle-brotli')),
  ],
});
