// Loaded into the server before its own code: when the launcher is gone, whatever ended it, the server stops too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The channel is only a lifeline; it must not keep a server alive that has finished.
process.channel?.unref()
