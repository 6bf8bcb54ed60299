// Before the first paint: the colours that were chosen on an earlier visit.
try {
  const kept = JSON.parse(localStorage.getItem('heddle.theme'));
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // The colours of the system then.
}
