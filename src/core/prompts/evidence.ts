import { tellsDayOnly } from './days.ts';
import type { Varies } from './prompt.ts';

/** What tells how often a value changes. */
export interface Evidence {
  readonly varies: Varies;
  readonly because: string;
}

interface Sign extends Evidence {
  readonly pattern: RegExp;
}

/** Signs in the text of an expression, strongest first. */
const signs: readonly Sign[] = [
  {
    varies: 'request',
    because: 'clock',
    pattern:
      /\b(?:Local|Zoned|Offset)?Date(?:Time)?\.now\(|\b(?:Instant|LocalTime|Year|YearMonth)\.now\(|\bSystem\.(?:currentTimeMillis|nanoTime)\b|\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\.GetUtcNow\(/,
  },
  {
    varies: 'request',
    because: 'clock',
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|\bdatetime(?:\.datetime)?\.(?:now|utcnow|today)\b|\bdate\.today\b|\btime\.(?:time|strftime|localtime|gmtime|ctime|time_ns)\b|\btimezone\.now\b|\bperformance\.now\b|\b(?:moment|dayjs)\(\s*\)|\bTemporal\.Now\b|\bDateTimeFormat\([^()]*\)\.format(?:ToParts)?\(\s*\)|(?<![\w$>:.])(?:current_time|wp_date|current_datetime|strftime)\(|['"](?:now|today)['"]\s*\|\s*date\b|\bDateTime\.(?:now|utc|local)\b|\barrow\.(?:now|utcnow)\b|\bpendulum\.(?:now|today)\b|\b(?:Utc|Local|SystemTime|Instant|OffsetDateTime|Zoned|Carbon|CarbonImmutable)::(?:now|today)\b|\b(?:time|Time|Date|DateTime)\.(?:Now|now|today|current|zone\.(?:now|today))\b|(?<![\w$>:.])(?:date|gmdate|time|now|today|microtime)\(['\")]|\bnew \\?DateTime(?:Immutable)?\b|\bDate\.current\b/,
  },
  {
    varies: 'request',
    because: 'random',
    pattern:
      /\bMath\.random\b|\brandom\.\w+\(|\bnp\.random\b|\brandom(?:UUID|Bytes|Int)\b|\buuid(?:\.|v?[1-8]?\()|\buuid\d?\b|\bnanoid\b|\bcuid\b|\bulid\b|\bsecrets\.\w+\(|\brand\.(?:Int|Float|Perm|Read|Text)\w*|\brand::|\bthread_rng\b|\bSecureRandom\b|\b(?:mt_rand|random_int|random_bytes|uniqid|lcg_value)\(|\bStr::(?:random|uuid|ulid)\b|\buuid::/i,
  },
  {
    varies: 'deploy',
    because: 'environment',
    pattern:
      /\bprocess\.env\b|\bimport\.meta\.env\b|\bos\.environ\b|\bgetenv\b|\bDeno\.env\b|\bos\.(?:Getenv|LookupEnv)\b|\benv::var\w*|\b(?:option_)?env!|\bENV(?:\[|\.fetch)|\$_(?:ENV|SERVER)\b|(?<![\w$>:.])(?:env|config)\(['\"]/,
  },
  {
    varies: 'request',
    because: 'random',
    pattern: /\bGuid\.NewGuid\b|\bRandom\.Shared\b|\bThreadLocalRandom\b/,
  },
  { varies: 'deploy', because: 'environment', pattern: /\bEnvironment\.GetEnvironmentVariable\b/ },
  {
    varies: 'deploy',
    because: 'file contents',
    pattern: /\bFiles\.read(?:String|AllLines|AllBytes)\b|\bFile\.ReadAll(?:Text|Lines)(?:Async)?\b/,
  },
  {
    varies: 'deploy',
    because: 'platform',
    pattern:
      /\bprocess\.(?:platform|version|arch)\b|\bplatform\.\w+\(|\bos\.(?:name|platform|type)\b|\bsys\.platform\b|\b__version__\b/,
  },
  {
    varies: 'session',
    because: 'working folder',
    pattern:
      /\bprocess\.cwd\b|\bos\.getcwd\b|\bPath\.cwd\b|\bos\.Getwd\b|\benv::current_dir\b|\bDir\.pwd\b|\bgetcwd\(/,
  },
  {
    varies: 'deploy',
    because: 'file contents',
    pattern:
      /\breadFile(?:Sync)?\(|\bread_text\(|\bopen\(|\bos\.ReadFile\b|\bfs::read_to_string\b|\bFile\.read\b|\bfile_get_contents\b/,
  },
  {
    varies: 'request',
    because: 'request',
    pattern:
      /\b(?:req|request)\.(?:body|query|params|headers|json|form|args|data|user|cookies)\b|\bparams\[|\$_(?:GET|POST|REQUEST|COOKIE|SESSION)\b|\$request->|\br\.(?:FormValue|URL\.Query|PostFormValue)\b|\bc\.(?:Query|Param|PostForm)\(/,
  },
];

/** What an expression itself shows; null when it shows nothing. */
export function evidenceIn(expression: string): Evidence | null {
  const head = expression.slice(0, 2000);
  for (const { pattern, varies, because } of signs) {
    if (!pattern.test(head)) continue;
    return because === 'clock' && readsDayOnly(head) ? { varies, because: 'date' } : { varies, because };
  }
  return null;
}

/** Whether it changes once a day, though it reads a clock. */
function readsDayOnly(expression: string): boolean {
  const readings = signs
    .filter(({ because }) => because === 'clock')
    .flatMap(({ pattern }) => [...expression.matchAll(new RegExp(pattern, 'g'))])
    .map((match) => match.index + match[0].replace(/\(\s*\)?$/, '').length);
  return tellsDayOnly(expression, readings);
}

/** Words in names, by what they mean for the next call. */
const words: Readonly<Record<'request' | 'session' | 'deploy', ReadonlySet<string>>> = {
  request: new Set(
    `user users customer request query queries question questions input inputs message messages msg history conversation
    chat dialogue dialog context document documents doc docs content contents text texts body payload search result results
    retrieved chunk chunks passage passages snippet snippets answer answers response responses reply time timestamp date
    datetime now today email emails order orders ticket transcript article topic task requirement requirements feedback
    error errors output outputs code diff intent comment comments goal plan observation memory memories summary uuid nonce
    thought scratchpad evidence sources source example_input data review reviews caption words previous
    problem statement issue issues bug patch log logs trace subtitle subtitles sentence paragraph`.split(
      /\s+/,
    ),
  ),
  session: new Set(
    'session workspace cwd locale timezone tenant organization organisation folder directory repo'.split(' '),
  ),
  deploy: new Set(
    `language lang platform os version env environment config configuration settings schema schemas tools tool functions
    model company brand persona personality policy policies capabilities format formats header footer prefix suffix separator
    delimiter instructions guidelines`.split(/\s+/),
  ),
};

/**
 * What a name suggests about a value nobody can see: the last words count most, as in `user.language`.
 * `null` when it suggests nothing.
 */
export function evidenceOfName(name: string): Evidence | null {
  // within a prompt, what is called so and nothing else is what somebody asked
  if (/^\W*prompt\W*$/i.test(name)) return { varies: 'request', because: 'input' };
  for (const one of namesIn(name).reverse()) {
    const parts = splitWords(one).reverse();
    const [last = ''] = parts;
    // the context of a company is not what was retrieved for a request
    const telling = vague.has(last) ? [...parts.slice(1).filter(isLasting), ...parts] : parts;
    for (const word of telling) {
      if (words.deploy.has(word)) return { varies: 'deploy', because: 'configuration' };
      if (words.session.has(word)) return { varies: 'session', because: 'session' };
      if (words.request.has(word)) return { varies: 'request', because: reasons[word] ?? 'input' };
    }
  }
  return null;
}

/** Words that say what a value is for only together with those before them. */
const vague: ReadonlySet<string> = new Set(
  'context text texts content contents data source sources code body'.split(' '),
);

function isLasting(word: string): boolean {
  return words.deploy.has(word) || words.session.has(word);
}

/** The names in an expression, without what its own strings say and what a choice between two values looks at; of `context['berths']` the key, which tells what is taken. */
export function namesIn(expression: string): string[] {
  const names = expression
    .replaceAll(/[\w$.]+\s*(?:\[|\.get\()\s*(['"`])([A-Za-z_$][\w$]*)\1\s*[\])]/g, ' $2 ')
    .replaceAll(/"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, ' ')
    .replaceAll(/\bif\b.*?\belse\b/g, ' ');
  return names.match(/[A-Za-z_$][\w$]*/g) ?? [];
}

const reasons: Readonly<Record<string, string>> = {
  date: 'date',
  today: 'date',
  now: 'clock',
  time: 'clock',
  timestamp: 'clock',
  datetime: 'clock',
  history: 'history',
  conversation: 'history',
  messages: 'history',
  context: 'retrieved text',
  documents: 'retrieved text',
  docs: 'retrieved text',
  chunks: 'retrieved text',
  results: 'retrieved text',
  user: 'user',
  customer: 'user',
  uuid: 'random',
  nonce: 'random',
};

/** `userName`, `user_name` and `USERName` in lower-case words. */
export function splitWords(identifier: string): string[] {
  return (identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
