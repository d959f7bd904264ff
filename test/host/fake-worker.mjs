// A thread that answers as the real one does, and crashes or hangs when asked to.
import { parentPort } from 'node:worker_threads';

const heard = [];
parentPort.on('message', (message) => {
  if (message.kind === 'notice') {
    const { kind, workspace, path, text } = message.notice;
    heard.push(kind === 'open' ? `open ${workspace.key}` : `${kind} ${path} ${text}`);
    return;
  }
  const { text } = message.question;
  if (text === '?crash') process.exit(3);
  if (text === '?hang') for (;;);
  const encoding = text === '?heard' ? heard.join(', ') : 'o200k_base';
  const value = { count: text.length, certainty: 'exact', band: 0, encoding };
  parentPort.postMessage({ kind: 'answer', id: message.id, value });
});
