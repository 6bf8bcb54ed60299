// Registers the service worker: the page then opens without a network, and is
// cross-origin isolated also where the host cannot set headers.

const reloadedKey = 'heddle.reloaded';

export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  if (self.crossOriginIsolated) whenIdle(register);
  else void register().then(reloadOnce);
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('./sw.js');
    await navigator.serviceWorker.ready;
  } catch {
    // Forbidden here: the page works, online.
  }
}

// The first answer came without headers; the next one comes through the service worker.
function reloadOnce(): void {
  if (sessionStorage.getItem(reloadedKey) !== null) return;
  sessionStorage.setItem(reloadedKey, 'yes');
  location.reload();
}

function whenIdle(work: () => Promise<void>): void {
  const delayMs = 3000;  // the engine, the editor and a first run go before
  setTimeout(() => void work(), delayMs);
}
