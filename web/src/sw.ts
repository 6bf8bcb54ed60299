/// <reference lib="webworker" />
// The service worker: keeps every file of the page, and answers with the headers
// that shared memory needs, whoever serves the page.

import {clientsClaim} from 'workbox-core';
import {addPlugins, cleanupOutdatedCaches, precacheAndRoute} from 'workbox-precaching';
import {registerRoute} from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {__WB_MANIFEST: {url: string; revision: string | null}[]};

function isolated(response: Response): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
}

void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
addPlugins([{handlerWillRespond: async ({response}) => isolated(response)}]);
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  ({sameOrigin}) => sameOrigin,
  async ({request}) => isolated(await fetch(request)),
);
