import { whyNotWritten } from './whyNotWritten.ts';

/** Everything the command line says to a person besides its reports. An error says what to do next. */
export const say = {
  unknownCommand: (word: string, near: string | null, known: readonly string[]) =>
    near === null
      ? `there is no command "${word}": use one of ${known.join(', ')}, or --help`
      : `there is no command "${word}": did you mean "${near}"?`,
  unknownFlag: (flag: string, near: string | null) =>
    near === null ? `unknown option ${flag}: see --help` : `unknown option ${flag}: did you mean ${near}?`,
  flagNeedsValue: (flag: string, value: string) => `${flag} needs a value: ${flag} ${value}`,
  flagTakesNoValue: (flag: string) => `${flag} is a switch: give it without a value`,
  badChoice: (flag: string, value: string, choices: readonly string[]) =>
    `--${flag} ${value} is not known here: use ${choices.join(', ')}`,
  tooManyPaths: (command: string) => `${command} takes one file: run it once for each`,
  noSuchPath: (path: string) =>
    path === '-'
      ? 'files and folders are read here, and no standard input: name some, or pipe a text into promptmeter count'
      : `there is no file or folder ${path}: check the spelling, or the folder you are in`,
  emptyPath: 'one of the paths is empty, as of a variable that is not set: name a file or folder, or none',
  pathUnreadable: (path: string, why: string) => `${path} could not be read (${why}): name another file`,
  severalRepositories:
    'note: what was named stands in more than one repository, so the configuration of none is used: run it once for each, or name one with --config',
  stdinIsTerminal: (command: string) =>
    `${command} reads a file, or a text piped into it: promptmeter ${command} FILE`,
  providerNeedsModel: (name: string) =>
    `${name} counts for a model: name it with --model, or set "defaultModel" in the configuration`,
  providerRefused: (name: string, why: string) => `${name} did not count: ${why}`,
  providerStale: (name: string, why: string, day: string) =>
    `note: ${name} did not count, ${why}; this is what it said on ${day}`,
  calibrateNeedsProvider: 'calibrate asks a provider: name it with --provider anthropic, openai or gemini',
  countedExactly: (model: string) => `${model} is counted exactly: there is nothing to calibrate`,
  unknownFamily: (model: string) =>
    `nobody knows what family ${model} belongs to: give it a vocabulary of its own with "tokenizers" in the configuration`,
  tooFewTexts: (found: number, fewest: number) =>
    `only ${found} prompts here are long enough to tell anything: at least ${fewest} are needed, so name more paths`,
  sending: (count: number, provider: string) => `sending the texts of ${count} prompts to ${provider}`,
  calibrationStopped: (provider: string, why: string, done: number, all: number) =>
    `${provider} counted ${done} of ${all} prompts, then stopped: ${why}; run it again to go on from there`,
  nothingFitted: 'no kind of text has enough prompts to fit a factor: name more paths',
  configWritten: (file: string) => `written into ${file}`,
  configNotWritten: (file: string, why: string) => `${file} could not be written: ${whyNotWritten(why)}`,
  badNumber: (flag: string, value: string) => `--${flag} ${value} is no number from 1 to 10000`,
  largestElsewhere: (format: string) =>
    `--largest is a view for the terminal: leave it out, since ${format} holds all prompts, to be sorted there`,
  nothingToCount: 'there is nothing to count: the text is empty',
  vocabularyUnused: (path: string, why: string) => `note: ${path} could not be used: ${why}`,
  textTooLong: (limit: string) => `the text is longer than ${limit}: take it in parts`,
  configProblems: (problems: readonly string[]) =>
    problems.length === 1
      ? problems.join('')
      : `the configuration has ${problems.length} mistakes:\n${problems.map((one) => `  ${one}`).join('\n')}`,
  configIgnored: (inner: string, used: string) =>
    `note: ${inner} is not used, ${used} stands nearer to the root of the repository`,
  globMatchesNothing: (place: string, option: string, glob: string) =>
    `${place}: "${glob}" in ${option} matches nothing: mend the glob or remove it`,
  ownerOwnsNothing: (place: string, owner: string) =>
    `${place}: no prompt or call is owned by "${owner}": mend the name, or say in "owners" or CODEOWNERS what they own`,
  namedUnread: (path: string, why: string) =>
    `${path} was named but could not be read (${why}): its prompts are not in this report`,
  unknownRule: (name: string, near: string | null) =>
    near === null
      ? `there is no rule "${name}": promptmeter explain lists them all`
      : `there is no rule "${name}": did you mean "${near}"?`,
  oneRule: 'explain takes one rule: run it once for each',
  cannotWriteStdin: 'standard input has no file to write to: leave --write out, and use what is printed',
  noPrompts: (path: string) =>
    `${path} holds no prompt that can be read: mark one with the comment "promptmeter: prompt", or pipe the text in`,
  noSuchPrompt: (path: string, name: string, near: string | null, names: readonly string[]) =>
    near === null
      ? `${path} has no prompt "${name}": it has ${names.join(', ')}`
      : `${path} has no prompt "${name}": did you mean "${near}"?`,
  flagOfEngine: (flag: string, engine: string) =>
    `--${flag} is for --engine ${engine}: leave it out, or name that engine`,
  badRate: (value: string) => `--rate ${value} is no share: write how much to keep, such as 0.7 or 70%`,
  experimental:
    'note: llmlingua2 is experimental; nobody has measured what instructions lose by it, so read what is left',
  slowRuntime: (why: string) =>
    `note: the model runs as WebAssembly, several times slower than native code, because of that ${why}`,
  scoring: (done: number, total: number) => `scoring words, ${Math.round((done / total) * 100)} %`,
  noScorer: (id: string) =>
    `a model that scores words is needed, and ${id} is not here: "promptmeter scorers fetch ${id}" asks and brings it, or --model-dir names a folder with one`,
  scorerDamaged: (id: string, file: string) =>
    `${file} of ${id} is not as it came: "promptmeter scorers fetch ${id}" brings it again`,
  unknownScorer: (name: string, near: string | null, known: readonly string[]) =>
    near === null
      ? `there is no scorer "${name}": use one of ${known.join(', ')}`
      : `there is no scorer "${name}": did you mean "${near}"?`,
  oneScorer: 'one scorer at a time: promptmeter scorers fetch NAME',
  scorersVerbs: (verb: string) => `scorers cannot "${verb}": use list, fetch or remove`,
  flagOfFetch: (flag: string) => `--${flag} is for fetching: promptmeter scorers fetch NAME`,
  removeWhich: (known: readonly string[]) => `say which scorer to remove: ${known.join(', ')}`,
  scorerRemoved: (id: string) => `removed ${id}`,
  scorerNotHere: (id: string) => `${id} is not here, so there is nothing to remove`,
  scorerHere: (id: string, folder: string) => `${id} is here already, in ${folder}`,
  scorerStates: { absent: 'not here', begun: 'begun', here: 'here' },
  scorersPlace: (root: string) =>
    `They are kept in ${root}; "promptmeter scorers fetch NAME" asks and brings one.`,
  checkedFiles: (known: number, all: number) =>
    known === all
      ? 'every file against its published SHA-256'
      : `${known} of ${all} files against their published SHA-256; nobody publishes the others', which are trusted as they come the first time (--sha256 states that of the weights)`,
  consentNeeded: 'nothing is fetched unasked: add --yes if that is what you want',
  consentQuestion: 'Fetch it? [y/N] ',
  nothingFetched: 'nothing was fetched',
  fetching: (id: string, done: string, total: string) => `fetching ${id}, ${done} of ${total}`,
  /** See `Remedies`. */
  remedies: {
    again: 'run it again to go on from there',
    otherMirror: 'name a mirror with --from',
    byHand: 'name its folder with --model-dir',
    otherFolder: 'name another one in PROMPTMETER_DATA',
    ownChecksum: 'give the sum that they state with --sha256',
    proxy: 'HTTPS_PROXY',
  },
  scorerNotFetched: (id: string, why: string) => `${id} was not fetched: ${why}`,
  scorerFetched: (id: string, folder: string) => `${id} is here now, in ${folder}`,
  trustedOnFirstUse: ({ path, sha256 }: { readonly path: string; readonly sha256: string }) =>
    `${path} is trusted on first use: its SHA-256 is ${sha256}, and no other file will be taken for it`,
  badSum: (value: string) => `--sha256 ${value} is no SHA-256: write its 64 hexadecimal digits`,
  badServer: (address: string) =>
    `${address} is no address of a server: write https://…, without a name or password`,
  rewriting: (done: number, total: number) => `rewriting, ${Math.round((done / total) * 100)} %`,
  noEndpoint:
    '--engine rewrite needs a language model: name one that speaks chat completions with --endpoint http://localhost:11434/v1, or in OPENAI_BASE_URL',
  badEndpoint: (base: string) =>
    `"${base}" is no address of an endpoint: write it as http://localhost:11434/v1`,
  noEndpointModel: 'the endpoint has several models: name one with --endpoint-model NAME',
  oneEvaluation: (path: string, names: readonly string[]) =>
    `--export-eval compares one prompt: name one, as ${path}#${names[0] ?? ''}`,
  evaluationWritten: (file: string) =>
    `wrote ${file}: put inputs of your own into its tests, then run npx promptfoo@latest eval -c ${file}`,
  nothingToEvaluate: 'there is no shorter text to compare with: nothing was written',
  notCompressed: (path: string, why: string) =>
    `${path === '-' ? 'standard input' : path} stays as it is: ${why}`,
  severalPrompts: (path: string, names: readonly string[]) =>
    `${path} has ${names.length} prompts: name one, as ${path}#${names[0] ?? ''}, or use --format diff`,
  changedMeanwhile: (path: string) =>
    `${path} was changed while it was read, so nothing was written: run the command again`,
  notUtf8: (path: string) =>
    `${path} is not UTF-8, so nothing was written: save it as UTF-8, or take the edits from --format diff`,
  noBudgets:
    'note: no budgets are configured, so only the rules were checked: add "budgets" to promptmeter.config.json',
  exemptionEnded: (place: string, until: string) =>
    `note: ${place}: the exemption ended on ${until}, the other budgets hold again: remove it, or give it a new day`,
  noBaseForIncrease:
    'note: limits on an increase were not checked, because nothing says what there was before: use --staged or --base REF',
  nothingStaged: 'No prompt changed since HEAD',
  noGit: 'git was not found: install it, or check without --staged and --base',
  noRepository: (root: string) =>
    `${root} is in no git repository: run it inside one, or check without --staged and --base`,
  bareRepository: (root: string) =>
    `${root} is a bare repository, in which no files stand: run it in a working tree, made with "git worktree add"`,
  distrustedRepository: (root: string) =>
    `git does not trust ${root}, because somebody else owns it: if you do, run git config --global --add safe.directory ${root}`,
  noSuchRef: (ref: string) => `there is no commit ${ref}: check the spelling, or fetch it first`,
  shallowWithoutRef: (ref: string) =>
    `there is no commit ${ref} in this shallow clone: fetch it with git fetch --unshallow, or check out with fetch-depth: 0`,
  gitFailed: (why: string) => `git did not answer (${why}): see what "git status" says`,
  baseIsTip: (name: string) =>
    `note: this clone is too shallow to show where the branch left ${name}, so its last commit was compared: check out with fetch-depth: 0`,
  moreMayUse:
    'note: more files may use what was changed than were looked at: check all of them with promptmeter check',
  oldFindings: (count: number) =>
    count === 1
      ? 'note: 1 finding is older and not shown'
      : `note: ${count} findings are older and not shown`,
  baselineNeedsAll:
    'a baseline is made of everything: run check --update-baseline alone, at the root of the repository',
  badBaseline: (path: string, why: string) =>
    `${path} is no baseline, ${why}: mend it, or make it anew with check --update-baseline`,
  notWritten: (path: string, code: string) =>
    `${path} could not be written (${whyNotWritten(code)}): mend that, or write somewhere else`,
  baselineWritten: (path: string, budgets: number, findings: number) =>
    `wrote ${path}: what is over its budget (${budgets}) and what was found (${findings}) today is let be; commit the file`,
  fixed: 'fixed',
  fixedInBoth: 'fixed in what is staged and in the file',
  fixedInIndex: 'fixed in what is staged, but not in the file, which has other changes',
  fixedInIndexAlone: 'fixed in what is staged, but not in the file, which cannot be written',
  commitsNamed:
    'git commits this file alone, and the next commit would take the fix back: stage it and commit without naming it',
  notFixed: (why: string) => `not fixed, because ${why}`,
  summaryNotWritten: (path: string, code: string) =>
    `note: the summary could not be written to ${path} (${code}): see GITHUB_STEP_SUMMARY`,
  sumsNeedAll:
    'note: budgets of owners and of the workspace were not checked, because not everything was looked at: run check at the root of the repository',
  updateUnused: (why: string) =>
    `note: the prices you updated to are not used (${why}): run "promptmeter models update" again; those that ship hold`,
  stalePrices: (date: string, days: number) =>
    `note: the prices are ${days} days old (${date}): "promptmeter models update --from URL" takes newer ones`,
  listTakesNoPrices:
    '--from and --date are for a list of prices that is brought: promptmeter models update --from FILE|URL, or models diff',
  olderThanShipped: (from: string, date: string, shipped: string) =>
    `no prices were taken from ${from}: it is from ${date}, and those that ship are from ${shipped}; bring a newer list, or say with --date what day this one is from`,
  baseUrlNeedsProvider: '--base-url says where a provider is asked: name the provider with --provider',
  updateFromWhere: 'say where the prices are: promptmeter models update --from FILE|URL',
  noDataFolder:
    'there is no place to keep prices: set HOME, or PROMPTMETER_DATA to the absolute path of a folder',
  nothingToCompare:
    'no prices were updated to: say what to compare with: promptmeter models diff --from FILE|URL',
  notBrought: (from: string, why: string) =>
    `no prices were taken from ${from}: ${why}; those you had still hold`,
  listRefused: (from: string, problems: readonly string[]) =>
    `no prices were taken from ${from}, those you had still hold:\n${problems
      .slice(0, 20)
      .map((one) => `  ${one}`)
      .join('\n')}${problems.length > 20 ? `\n  and ${problems.length - 20} more` : ''}`,
  updated: (models: number, changes: number, path: string) =>
    `took the prices of ${models} models, ${changes} of them new or changed; they stand in ${path}`,
  unknownProvider: (id: string, known: readonly string[]) =>
    `no prices of a provider "${id}" are known: use one of ${known.join(', ')}`,
  noSuchModel: (query: string, near: string | null) =>
    near === null
      ? `no model with a known price is called "${query}": try fewer words, or state its price under "prices" in the configuration`
      : `no model with a known price is called "${query}": did you mean "${near}"?`,
  flagNeedsDay: (flag: string, value: string) => `--${flag} ${value} is no day: write it as 2026-10-01`,
  flagNeedsNumber: (flag: string, value: string) =>
    `--${flag} ${value} is no number: write it as 2.50 or 200k`,
  damaged: (what: string) => `${what}: install promptmeter again, or run "npm run build" where you cloned it`,
  broken: (error: unknown) =>
    `it broke, which is a mistake of promptmeter and not yours; please report this:\n${error instanceof Error ? error.stack : String(error)}`,
  progress: (done: number, all: number) => `reading ${done} of ${all} files`,
} as const;
