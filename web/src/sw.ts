/// <reference lib="webworker" />
// The service worker: keeps every file of the page, and answers with the headers
// that shared memory needs, whoever serves the page.

import {clientsClaim} from 'workbox-core';
import {addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute} from 'workbox-precaching';
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

// The page itself comes from the network while there is one: a new version shows at once.
const navigationTimeoutMs = 3000;

async function navigate(request: Request): Promise<Response> {
  try {
    return isolated(await fetch(request, {signal: AbortSignal.timeout(navigationTimeoutMs)}));
  } catch {
    const kept = await matchPrecache('index.html');
    return kept ? isolated(kept) : Response.error();
  }
}

// A later version waits until no page of this one is open: its files would vanish from under it.
if (!self.registration.active) void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
addPlugins([{handlerWillRespond: async ({response}) => isolated(response)}]);
registerRoute(
  ({request, url}) => request.mode === 'navigate' && /\/(index\.html)?$/.test(url.pathname),
  ({request}) => navigate(request),
);
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  ({sameOrigin}) => sameOrigin,
  async ({request}) => isolated(await fetch(request)),
);
