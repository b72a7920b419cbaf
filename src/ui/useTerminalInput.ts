import { useStdin, useStdout } from 'ink';
import { useEffect, useState } from 'react';
import { type TerminalInput, terminalInput } from '../terminal/input.ts';

/**
 * The terminal's input, taken while the component that asks for it is there. Ink's own `useInput` may not be used beside
 * it: who reads first would have what comes.
 *
 * @param title of the window meanwhile
 */
export function useTerminalInput(title?: string): TerminalInput {
  const { stdin } = useStdin();
  const { stdout } = useStdout();
  const [input] = useState(() => terminalInput(stdin, stdout, title));
  useEffect(() => {
    input.take();
    return () => input.give();
  }, [input]);
  return input;
}
