// Everything that a run printed, as bytes, for saving. The oldest is given up beyond a limit.

const maxBytes = 128 << 20;

export class Transcript {
  private chunks: Uint8Array[] = [];
  private bytes = 0;
  private dropped = false;

  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  add(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    let stale = 0;
    while (this.bytes > maxBytes) this.bytes -= this.chunks[stale++]?.length ?? 0;
    if (stale > 0) {
      this.chunks.splice(0, stale);
      this.dropped = true;
    }
  }

  clear(): void {
    this.chunks = [];
    this.bytes = 0;
    this.dropped = false;
  }

  // `droppedNote` begins the text when output is missing from it.
  toBlob(droppedNote: string): Blob {
    const parts = this.chunks as Uint8Array<ArrayBuffer>[];
    return new Blob(this.dropped ? [`${droppedNote}\n`, ...parts] : parts, {type: 'text/plain;charset=utf-8'});
  }
}
