import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Analyzer } from '../../core/analyze.ts';
import type { Config } from '../../core/config.ts';
import type { Currency } from '../../core/configMoney.ts';
import type { FileRecord } from '../../core/prompts/record.ts';
import type { MeteredPrompt, Report } from '../../core/report.ts';
import type { SyntaxParser } from '../../core/source/parser.ts';
import { directoryOf } from '../../core/source/paths.ts';
import type { Assets } from '../assets.ts';
import { decode } from '../decode.ts';
import { selector } from '../files.ts';
import type { Standing } from '../gate/standings.ts';
import { headBase, type GitRefusal } from '../git/base.ts';
import { readChange, type Change } from '../git/change.ts';
import { gitEnvironment, gitFolder, type Environment } from '../git/environment.ts';
import { isSubmodule } from '../git/entries.ts';
import { Git } from '../git/git.ts';
import { listedOnce, partRecords } from '../git/sharing.ts';

/** Prompts of some files, and where the lines of these begin. */
export interface PromptsOf {
  readonly prompts: readonly MeteredPrompt[];
  readonly lines: Report['lines'];
}

/** What the prompts of a folder were at its last commit. Plain data; paths and ids count from the root. */
export interface SinceCommit {
  readonly kind: 'since';
  /** As a person would name it: `HEAD`. */
  readonly base: string;
  /** As they were: the prompts of the files that are open, differ, or use one that does. */
  readonly before: PromptsOf;
  /** As they are: those of the same files that are not open, which `closed` names. */
  readonly others: PromptsOf;
  readonly closed: ReadonlySet<string>;
  /** Of all of them, those that are a part of another one, with that. */
  readonly parts: ReadonlyMap<string, string>;
  /** Path now → path then, where that is another. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Files that were looked at, or are open, and whether the commit has them. */
  readonly covered: ReadonlyMap<string, boolean>;
  /** Files that are open and of no commit of this repository: git ignores them, or they stand in a repository inside it. */
  readonly aside: ReadonlySet<string>;
  /** Those of these repositories that are submodules: their folders, from the root. */
  readonly submodules: readonly string[];
  /** Files that differ and were not looked at, because they are too many. */
  readonly left: number;
}

/** The same, with what only the whole folder can say. */
export interface ToldSince extends SinceCommit {
  /** How the prompts of the files that are not open stand to their budgets. */
  readonly budgets: readonly Standing[];
  /** That costs are told in; `null` for US dollars. */
  readonly currency: Currency | null;
}

/** Why nothing is compared: git has no answer, or there is no commit yet. */
export interface NoCommit {
  readonly kind: 'none';
  readonly why: GitRefusal | 'no-commit';
  readonly detail: string;
}

/** The folder as it is. */
export interface Working {
  /** Open documents by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly analyzer: Analyzer;
}

/** A change that spans more files is told in part: whoever makes it looks at a report. */
const mostFiles = 200;

/**
 * Knows what the prompts of a folder were at its last commit. Both states are read with the same knowledge of the files
 * around them, so that nothing differs but what was changed, and what was read of a commit is kept until there is another.
 */
export class Committed {
  readonly #root: string;
  readonly #isMine: (path: string) => boolean;
  readonly #config: Config;
  readonly #assets: Assets;
  readonly #parser: SyntaxParser;
  readonly #git: Git;
  #kept: { readonly oid: string; readonly records: ReadonlyMap<string, FileRecord> } | null = null;

  /** @param parser of its own: it keeps the last trees of each path, and those of a commit are others. */
  constructor(
    { root, from }: { readonly root: string; readonly from: string },
    config: Config,
    {
      assets,
      parser,
      env = process.env,
    }: { readonly assets: Assets; readonly parser: SyntaxParser; readonly env?: Environment },
  ) {
    const isRead = selector(config);
    this.#root = root;
    this.#isMine = (path) => isRead(path) && (from === '' || path.startsWith(`${from}/`));
    this.#config = config;
    this.#assets = assets;
    this.#parser = parser;
    this.#git = new Git(root, gitEnvironment(root, root, env));
  }

  async compare({ texts, analyzer }: Working): Promise<SinceCommit | NoCommit> {
    if (gitFolder(this.#root) === null) return none('no-repository');
    const found = await headBase(this.#git);
    if (found.kind === 'refused') return none(found.why, found.detail);
    if (found.base.name !== 'HEAD') return none('no-commit');
    const { base } = found;
    const change = await readChange(this.#git, base, { staged: false, assets: this.#assets });
    if (change === null) return none('broken', 'it did not list the files');
    const { entries } = change.before;
    const then = (path: string): string => change.renamed.get(path) ?? path;

    const listed = new Set(change.files());
    const isAside = (path: string): boolean =>
      !listed.has(path) && !entries.has(then(path)) && existsSync(join(this.#root, path));
    const aside = new Set([...texts.keys()].filter(isAside));
    const open = [...texts.keys()].filter((path) => this.#isMine(path) && !aside.has(path));
    const differing = new Set([...change.paths, ...change.pathsBefore, ...unsaved(texts, change)]);
    const parted = partRecords(analyzer.records(), differing, listedOnce(change));
    const wanted = new Set([...open, ...[...change.paths, ...parted.affected].filter(this.#isMine)]);
    const asked = [...wanted].slice(0, mostFiles);
    const gone = change.pathsBefore.filter((path) => this.#isMine(path)).slice(0, mostFiles);
    const pathsBefore = new Set([...asked.map(then).filter((path) => entries.has(path)), ...gone]);

    const before = await this.#readBefore(change, [...pathsBefore], parted.shared);
    const closed = new Set(asked.filter((path) => !texts.has(path)));
    // all together, so that what is a part of another one is known for it
    const now = await metered(analyzer, asked);
    return {
      kind: 'since',
      base: base.name,
      before,
      others: { ...now, prompts: now.prompts.filter(({ path }) => closed.has(path)) },
      renamed: change.renamed,
      closed,
      parts: new Map(
        now.prompts.flatMap(({ id, partOf }) => (partOf === null ? [] : [[id, partOf] as const])),
      ),
      covered: new Map(
        [...texts.keys(), ...asked].flatMap((path) =>
          aside.has(path) ? [] : [[path, entries.has(then(path))]],
        ),
      ),
      aside,
      submodules: submodulesAround(aside, change),
      left: wanted.size - asked.length,
    };
  }

  /** The text of a file at the last commit; `null` where it has none. */
  async text(path: string): Promise<string | null> {
    const { code, out } = await this.#git.ask(['cat-file', 'blob', `HEAD:${path}`]);
    const reading = code === 0 ? decode(out) : null;
    return reading?.kind === 'text' ? reading.text : null;
  }

  async #readBefore(
    { base: { oid }, before }: Change,
    paths: readonly string[],
    shared: readonly (readonly [string, FileRecord])[],
  ): Promise<PromptsOf> {
    const kept = this.#kept?.oid === oid ? this.#kept.records : [];
    const analyzer = new Analyzer(before, this.#config, {
      parser: this.#parser,
      known: [...shared, ...kept],
    });
    const prompts = await metered(analyzer, paths);
    this.#kept = { oid, records: new Map(analyzer.records()) };
    return prompts;
  }
}

export function none(why: NoCommit['why'], detail = ''): NoCommit {
  return { kind: 'none', why, detail };
}

/** The folders of submodules that some of the files stand in. */
function submodulesAround(files: ReadonlySet<string>, { index }: Change): string[] {
  const folders = new Set([...files].flatMap(foldersAround));
  return [...folders].sort().filter((folder) => {
    const entry = index.get(folder);
    return entry !== undefined && isSubmodule(entry);
  });
}

function foldersAround(path: string): string[] {
  const folder = directoryOf(path);
  return folder === '' ? [] : [folder, ...foldersAround(folder)];
}

/** Lets others run after each file: nobody waits for this. */
async function metered(analyzer: Analyzer, paths: readonly string[]): Promise<PromptsOf> {
  const { metering } = await analyzer.meter(paths, () => setImmediate());
  return { prompts: metering.prompts, lines: metering.lines };
}

/** Documents that read otherwise than their files. */
function unsaved(texts: ReadonlyMap<string, string>, { now }: Change): string[] {
  return [...texts].flatMap(([path, text]) => {
    const reading = now.readFile(path);
    return reading?.kind === 'text' && reading.text === text ? [] : [path];
  });
}
