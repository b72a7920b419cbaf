/**
 * Stops this process and all of its group, as Ctrl-Z does in a terminal that is not raw; resolves when the shell
 * continues it. The terminal must have been given back before. Where there is no job control it resolves at once.
 */
export async function stopUntilContinued(): Promise<void> {
  if (process.platform === 'win32') return;
  await new Promise<void>((resolve) => {
    process.once('SIGCONT', resolve);
    process.kill(0, 'SIGTSTP');
    // Whoever is stopped is so before `kill` comes back. A program that no shell looks after (it is the first of its
    // terminal) is never stopped, and nothing would continue it.
    setTimeout(resolve, 100);
  });
}

const LONG = 2 ** 30;

/**
 * Waits for work during which nothing else keeps the process alive: without the terminal's input there is nothing to
 * wait for, and Node would end.
 */
export async function stayingAlive(work: Promise<void>): Promise<void> {
  const timer = setInterval(() => {}, LONG);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
}
