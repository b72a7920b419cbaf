// The least that an Ink program can be, not bundled: what start is measured beside.
import { render, Text } from 'ink';
import { createElement } from 'react';

render(createElement(Text, null, 'empty'), { alternateScreen: true });
// It waits to be ended, as a program does.
setInterval(() => {}, 1000);
