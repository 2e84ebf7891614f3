/** Loaded before a command by `--import`: tells the parent what the command cost when it ends. */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send?.({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 });
});
// The channel to the parent must not keep the command alive.
process.channel?.unref();
