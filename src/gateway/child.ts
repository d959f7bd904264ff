import { serveWindow } from './serveWindow.ts';

if (process.send === undefined) throw new Error('gateway.js is started by the extension, not on its own');
serveWindow(process);
