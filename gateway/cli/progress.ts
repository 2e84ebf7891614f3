/** A progress bar on a terminal; elsewhere one line at the end of each tenth. */
export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

const width = 30;

/** Writes to `stream`; `total` 0 means that the end is not known. */
export function progressBar(label: string, total: number, stream: NodeJS.WriteStream): Progress {
  const startedMs = performance.now();
  let tenth = 0;
  const line = (done: number): string => {
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    if (total === 0) return `${label} ${done.toLocaleString('en')} (${seconds} s)`;
    const filled = Math.round((Math.min(done, total) / total) * width);
    return `${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done.toLocaleString('en')}/${total.toLocaleString('en')} (${seconds} s)`;
  };
  return {
    at: (done) => {
      if (stream.isTTY) {
        stream.write(`\r${line(done)}`);
        return;
      }
      const reached = total === 0 ? 0 : Math.floor((done * 10) / total);
      if (reached > tenth) stream.write(`${line(done)}\n`);
      tenth = reached;
    },
    end: () => {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
