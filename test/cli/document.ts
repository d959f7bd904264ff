import { join } from 'node:path';
import { git } from './git.ts';
import { promptmeter, type Outcome, type Sandbox } from './console.ts';

/** A piece of a document: prose, a file to write, or a session on a terminal. */
type Block =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'file'; readonly fence: string; readonly path: string; readonly text: string }
  | { readonly kind: 'console'; readonly commands: readonly string[] };

/**
 * A document of the command line: a fence with a path behind its language is a file of the workspace, a `console` fence has
 * commands behind `$` and what they said. Standard error is marked with `(stderr)`, an exit code other than 0 with `(exit N)`.
 * Runs it, and returns what it should say.
 */
export async function replay(
  document: string,
  sandbox: Sandbox,
  inspect: (command: string, outcome: Outcome) => void,
): Promise<string> {
  const out: string[] = [];
  for (const block of blocksOf(document)) {
    if (block.kind === 'prose') out.push(block.text);
    if (block.kind === 'file') {
      sandbox.write(block.path, block.text);
      out.push(`\`\`\`${block.fence}`, `${block.text.replace(/\n$/, '')}`, '```');
    }
    if (block.kind === 'console') {
      const said: string[] = [];
      for (const command of block.commands) {
        const outcome = await execute(command, sandbox, (whole) => inspect(command, whole));
        said.push(`$ ${command}`, ...transcript(outcome));
      }
      // what was said may have fences of its own
      const fence = said.some((line) => line.startsWith('```')) ? '````' : '```';
      out.push(`${fence}console`, ...said, fence);
    }
  }
  return `${out.join('\n')}\n`;
}

function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  const lines = document.replace(/\n$/, '').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(````?)(\w\S*)(?: (\S+))?$/.exec(lines[i] ?? '');
    if (fence === null) {
      blocks.push({ kind: 'prose', text: lines[i] ?? '' });
      continue;
    }
    const end = lines.indexOf(fence[1] ?? '', i + 1);
    if (end < 0) throw new Error(`the fence in line ${i + 1} has no end`);
    const body = lines.slice(i + 1, end);
    const [, , language, path] = fence;
    if (language === 'console')
      blocks.push({
        kind: 'console',
        commands: body.flatMap((line) => (line.startsWith('$ ') ? line.slice(2) : [])),
      });
    else if (path === undefined) throw new Error(`the fence in line ${i + 1} names no file`);
    else
      blocks.push({ kind: 'file', fence: `${language ?? ''} ${path}`, path, text: `${body.join('\n')}\n` });
    i = end;
  }
  return blocks;
}

/**
 * Understands `cd FOLDER && NAME=VALUE … promptmeter WORDS <<< 'TEXT'`, and quotes; real commands that begin with `git`; and
 * what `| jq .name[0].name` behind them says.
 */
async function execute(
  piped: string,
  sandbox: Sandbox,
  inspect: (outcome: Outcome) => void,
): Promise<Outcome> {
  const [command = '', way] = piped.split(' | jq ');
  const outcome = await executeOne(command, sandbox);
  inspect(outcome);
  return way === undefined ? outcome : { ...outcome, stdout: partOf(outcome.stdout, way) };
}

/** Of a JSON text what stands at a path such as `.runs[0].results`. */
function partOf(json: string, path: string): string {
  const names = path.split(/[.[\]]+/).filter((name) => name !== '');
  const part = names.reduce(
    (value, name) => (value as Record<string, unknown>)[name],
    JSON.parse(json) as unknown,
  );
  return `${JSON.stringify(part, null, 2)}\n`;
}

async function executeOne(command: string, sandbox: Sandbox): Promise<Outcome> {
  const [, folder = '', rest = ''] = /^(?:cd (\S+) && )?(.*)$/.exec(command) ?? [];
  const words = [...rest.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  if (words[0] === 'git') return git(words.slice(1), join(sandbox.root, folder));
  const start = words.indexOf('promptmeter');
  if (start < 0) throw new Error(`no promptmeter in: ${command}`);
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split('=', 2) as [string, string]));
  const here = words.indexOf('<<<');
  const args = words.slice(start + 1, here < 0 ? undefined : here);
  const input = here < 0 ? '' : `${words[here + 1] ?? ''}\n`;
  return promptmeter(args, { cwd: join(sandbox.root, folder), env, input });
}

function transcript({ stdout, stderr, code }: Outcome): string[] {
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  return [
    ...lines(stdout),
    ...lines(stderr).map((line) => `(stderr) ${line}`),
    ...(code === 0 ? [] : [`(exit ${code})`]),
  ];
}
