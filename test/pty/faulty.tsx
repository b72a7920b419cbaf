// A program whose view throws soon after the first key, while a frame waits to be drawn, and in which from then on
// nothing can be drawn any more.
import { Text, useInput } from 'ink';
import { useState } from 'react';
import { showFullScreen } from '../../src/ui/screen.tsx';

const BROKEN = 3;

function Faulty() {
  const [step, setStep] = useState(0);
  useInput(() => {
    for (let at = 1; at <= BROKEN; at++) setTimeout(setStep, at, at);
  });
  if (step < BROKEN) return <Text>waiting for a key {step}</Text>;
  Intl.Segmenter.prototype.segment = () => {
    throw new Error('thrown while drawing');
  };
  throw new Error('thrown by a view');
}

process.exitCode = await showFullScreen(<Faulty />).catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
