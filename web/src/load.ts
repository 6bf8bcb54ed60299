// For drivers that measure: sets window.firstPrint when the first output of a
// hello-world arrives.

import './bench';

void window.benchRun?.('print("hello")\n', (line) => {
  document.body.append(line);
});
