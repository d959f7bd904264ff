// npm run quality [-- --failures | --each | --scorers]: what compression saves and keeps, measured on our own annotated prompts; writes the table into the pages that show it.
import { readFileSync, writeFileSync } from 'node:fs';
import { annotatedPrompts, kinds } from './annotated.ts';
import { compressors } from './compressors.ts';
import { measure } from './measure.ts';
import { pages, pageWith, scored, tableOf } from './page.ts';
import { others, ours } from './scored.ts';

const prompts = annotatedPrompts();
const measured = compressors.map((compressor) => ({ compressor, outcomes: measure(compressor, prompts) }));
say(tableOf(measured));
for (const { compressor, outcomes } of measured) {
  if (!compressor.isOurs && !process.argv.includes('--failures')) continue;
  for (const { prompt, lost, losses } of outcomes)
    for (const one of [...lost, ...losses]) say(`${compressor.name}: ${prompt.name} lost ${one}`);
}
if (process.argv.includes('--each'))
  for (const kind of kinds)
    for (const [i, prompt] of prompts.entries())
      if (prompt.kind === kind && prompt.set === 'open')
        say(
          `${kind} ${prompt.name}: ${measured
            .filter(({ compressor }) => compressor.isOurs)
            .map(({ outcomes }) => ((outcomes[i]?.saving ?? 0) * 100).toFixed(1))
            .join(' / ')}`,
        );
for (const page of pages) writeFileSync(page, pageWith(readFileSync(page, 'utf8'), tableOf(measured)));

if (process.argv.includes('--scorers')) {
  const rows = [await ours(prompts), ...(await others(prompts))];
  say(tableOf(rows));
  writeFileSync(scored.page, pageWith(readFileSync(scored.page, 'utf8'), tableOf(rows), scored));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
