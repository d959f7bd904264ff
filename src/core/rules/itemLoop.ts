import { atService } from '../prices/serviceTiers.ts';
import type { Price } from '../prices/catalog.ts';
import type { MeteredCall } from '../report.ts';
import type { Subjects } from './rule.ts';

/** What a call is made once for each of, as written; `null` where it stands in no loop over items that one batch could take. */
export function itemsOf({ loop, batch, settings }: MeteredCall): string | null {
  const over = loop?.over ?? null;
  if (over === null || !/^[^;]*\w[^;]*$/.test(over) || batch || settings.stream !== undefined) return null;
  // two or three values that are written out are ways to call it, not a batch
  if (/^[[(]\s*["'\d][^,]*(?:,[^,]*){0,2}[\])]$/.test(over)) return null;
  // numbered attempts are no items, several models are no batch, what a model asks for is waited for, and a loop with a step sends batches already
  const isOther =
    /[<>]|\b(?:tools?|models?|providers?|range|retr(?:y|ies)|attempts?|turns?|rounds?|steps?|iterations?)\b/i.test(
      words(over),
    );
  return isOther ? null : over;
}

/** `maxRetries` and `max_retries` as words of their own. */
function words(expression: string): string {
  return expression.replaceAll(/([a-z])([A-Z])|_/g, '$1 $2');
}

/** What the batch service of its provider charges for a call that nobody waits for: one in a script that talks to nobody. */
export function offlineBatch({ call, price, sources }: Subjects['call']): Price | null {
  const batch = atService(price, 'batch');
  // a conversation needs each answer for the next question
  if (batch === null || itemsOf(call) === null || call.messages.some(({ many }) => many)) return null;
  const text = sources.text(call.path);
  return text !== null && isRunByHand.test(text) && !talks.test(text) ? batch : null;
}

/** How a file says, in the languages that we read, that it is the program that is run. */
const isRunByHand =
  /\b__name__\s*==\s*['"]__main__['"]|\brequire\.main\s*===?\s*module\b|\bimport\.meta\.main\b|^#!\s*\/|^(?:void |await )?main\(\)|\bpublic static void main\(|^func main\(\)|\bfn main\(\)|\b__FILE__\s*==\s*\$(?:0|PROGRAM_NAME)/m;

/** Signs of somebody at the other end: a server, a chat, a terminal that asks. */
const talks =
  /\b(?:fastapi|flask|django|starlette|uvicorn|aiohttp\.web|express|fastify|koa|hono|actix|axum|gin-gonic|sinatra|streamlit|gradio|chainlit|discord|slack|telegram|websockets?|readline|inquirer|SpringApplication|WebApplication)\b|\bListenAndServe\b|\bcreateServer\(|\.listen\(|\bserve\(|(?<![\w.])(?:raw_)?input\(|\bstdin\b|\b(?:Scanner|bufio\.NewReader)\(/i;
