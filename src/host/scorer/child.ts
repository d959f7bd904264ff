import type { FromScorer, ToScorer } from './messages.ts';
import { keeping } from './keeping.ts';
import { openModel, type OpenModel } from './runtime.ts';

if (process.send === undefined) throw new Error('scorer.js is started by promptmeter, not on its own');

let model: OpenModel | null = null;
let last: Promise<void> = Promise.resolve();

process.on('message', (message: ToScorer) => {
  last = last.then(async () => {
    await answer(message).then(say, (error: unknown) =>
      say({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  });
});
// whoever started it is gone
process.on('disconnect', () => process.exit());

async function answer(message: ToScorer): Promise<FromScorer> {
  if (message.kind === 'open') {
    model = await openModel(message.model, message.native);
    return { kind: 'opened', runtime: model.runtime, fellBack: model.fellBack };
  }
  if (model === null) throw new Error('no model is open');
  return { kind: 'scored', scores: await keeping(model, message.ids) };
}

function say(message: FromScorer): void {
  process.send?.(message);
}
