import { nearest } from '../../core/nearest.ts';
import { rules } from '../../core/rules/index.ts';
import { Assets } from '../../host/assets.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';

/** The page of a rule; without a name, the list of them. */
export async function explain({ terminal, args }: Context): Promise<number> {
  const [name, ...more] = args.paths;
  if (more.length > 0) throw new Stop(say.oneRule);
  terminal.stdout.write(name === undefined ? list() : page(name));
  return 0;
}

function list(): string {
  const widest = Math.max(...rules.map(({ id }) => id.length));
  const rows = rules.map(
    ({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(7)}  ${title}`,
  );
  return `${[...rows, '', 'More about one of them: promptmeter explain RULE'].join('\n')}\n`;
}

function page(name: string): string {
  const ids = rules.map(({ id }) => id);
  const near = (): string | null => nearest(name, ids) ?? ids.find((id) => id.includes(name)) ?? null;
  if (!ids.includes(name)) throw new Stop(say.unknownRule(name, near()));
  return new Assets().loadRulePage(name);
}
