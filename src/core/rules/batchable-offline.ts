import { inputPer1kCalls } from '../prices/savings.ts';
import { itemsOf, offlineBatch } from './itemLoop.ts';
import { atMost, quoted } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A script that goes through a list and talks to nobody can wait for its answers, and the provider of its model takes such
 * requests in a batch for less, as a rule for half the price, within a day.
 *
 * Write the requests into a batch, and collect the answers when it is done.
 *
 * Reported are calls in a loop over items, in a file that is run as a program (`if __name__ == "__main__"`, `main()`, a
 * shebang) and has no sign of a server, a chat or a terminal that asks, if the batch price of the model is known. Whether a
 * call needs the answer of the one before is not seen, so it is information only. The money is that of the fixed text of the
 * request; what the items and the answers come to is not known.
 *
 * Sources: OpenAI, Batch API guide (2026-11-01); Anthropic, Message Batches (2026-07-01).
 *
 * ```py bad
 * from openai import OpenAI
 *
 * client = OpenAI()
 *
 * if __name__ == "__main__":
 *     for berth in open("berths.txt"):
 *         client.chat.completions.create(
 *             model="gpt-4.1-mini",
 *             messages=[
 *                 {"role": "system", "content": "Describe a berth of the harbour in one sentence."},
 *                 {"role": "user", "content": berth},
 *             ],
 *         )
 * ```
 *
 * ```py good
 * import json
 * from openai import OpenAI
 *
 * client = OpenAI()
 * SYSTEM_PROMPT = "Describe a berth of the harbour in one sentence."
 *
 * if __name__ == "__main__":
 *     with open("requests.jsonl", "w") as requests:
 *         for number, berth in enumerate(open("berths.txt")):
 *             messages = [{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": berth}]
 *             body = {"model": "gpt-4.1-mini", "messages": messages}
 *             request = {"custom_id": str(number), "method": "POST", "url": "/v1/chat/completions", "body": body}
 *             requests.write(json.dumps(request) + "\n")
 *     file = client.files.create(file=open("requests.jsonl", "rb"), purpose="batch")
 *     client.batches.create(input_file_id=file.id, endpoint="/v1/chat/completions", completion_window="24h")
 * ```
 */
export const rule = defineRule({
  id: 'batchable-offline',
  title: 'A script calls a model in a loop, and could wait for the lower price of a batch',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'call',
  fix: null,
  options: {},
  *check(subject) {
    const { call, price } = subject;
    const over = itemsOf(call);
    const batch = offlineBatch(subject);
    if (over === null || batch === null) return;
    const tokens = call.inputTokens?.count ?? 0;
    const standard = inputPer1kCalls(tokens, tokens, price);
    const batched = inputPer1kCalls(tokens, tokens, batch);
    const usd = standard === null || batched === null || tokens === 0 ? null : standard - batched;
    const { path, range } = call;
    const saves = usd === null ? null : { tokens: 0, usdPer1kCalls: usd };
    yield { path, range, evidence: over, data: { over, usd, source: batch.source.source }, saves };
  },
  say: ({ over, usd, source }, money) =>
    `nobody waits while this script goes through ${quoted(over)}: as a batch the fixed text costs less${atMost(usd, money)} (${source})`,
});
