import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('HTTP without a client', () => {
  it('fetch with a JSON body', async () => {
    const source = `const payload = { model: 'gpt-4o-mini', max_tokens: 80, messages: [{ role: 'system', content: 'You answer on the radio.' }] };
await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', headers, body: JSON.stringify(payload) });
await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-haiku-4-5', system: 'You log the radio.', messages }) });`;
    assert.deepEqual(await found('harbour/radio.ts', source), [
      'system openai gpt-4o-mini: You answer on the radio.',
      'system anthropic claude-haiku-4-5: You log the radio.',
    ]);
    assert.deepEqual(await calls('harbour/radio.ts', source), [
      'openai gpt-4o-mini 80: system',
      'anthropic claude-haiku-4-5 -: system …',
    ]);
  });

  it('axios, and a model in the address', async () => {
    assert.deepEqual(
      await found(
        'harbour/radio.js',
        `const axios = require('axios');
const BASE = 'https://openrouter.ai/api/v1';
await axios.post(\`\${BASE}/chat/completions\`, { model: 'x-ai/grok-4', messages: [{ role: 'user', content: \`Who calls: \${call}\` }] }, { headers });
const url = \`https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent?key=\${key}\`;
await axios.post(url, { contents: [{ parts: [{ text: 'Who calls on channel nine?' }] }] });`,
      ),
      [
        'user openrouter x-ai/grok-4: Who calls: {call}',
        'user google gemini-2.5-flash: Who calls on channel nine?',
      ],
    );
  });

  it('requests and httpx, also to a server whose host is not known', async () => {
    assert.deepEqual(
      await found(
        'harbour/radio.py',
        `import os, requests, httpx
requests.post("http://localhost:11434/api/generate", json={"model": "llama3.2", "prompt": f"Answer {call}"})
payload = {"model": "qwen3", "messages": [{"role": "user", "content": "Say over."}]}
async with httpx.AsyncClient() as client:
    await client.post(f"{os.environ['HOST']}/v1/chat/completions", json=payload)`,
      ),
      ['user ollama llama3.2: Answer {call}', 'user http qwen3: Say over.'],
    );
  });

  it('a body for a server of the application, which makes the request', async () => {
    const source = `const QUESTION = 'Which ship is in this picture?';
async function ask(image, prompt) {
  const body = { image, prompt: prompt, model: settings.model || 'llava' };
  body.server = settings.server;
  return fetch(addressOf(settings.api), { method: 'POST', body: JSON.stringify(body) });
}
export async function name(image, given) {
  let prompt = given || settings.prompt || QUESTION;
  if (settings.ask) prompt = String(await popup(prompt)).trim();
  return ask(image, prompt);
}`;
    assert.deepEqual(await found('harbour/picture.js', source), [
      'user http llava: Which ship is in this picture?',
    ]);
    assert.deepEqual(await calls('harbour/picture.js', source), []);
  });

  it('PHP, with and without cURL', async () => {
    const body = `json_encode(['model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => "Who calls from $ship?"]]])`;
    const url = `'https://api.openai.com/v1/chat/completions'`;
    const sent = [
      `wp_remote_post(${url}, ['headers' => $headers, 'body' => wp_${body}]);`,
      `$args = ['body' => ${body}, 'timeout' => 60]; wp_remote_post(${url}, $args);`,
      `$desk = curl_init(${url}); curl_setopt($desk, CURLOPT_POST, 1); curl_setopt($desk, CURLOPT_POSTFIELDS, ${body});`,
      `$desk = curl_init(); curl_setopt($desk, CURLOPT_URL, ${url}); $body = ${body}; curl_setopt($desk, CURLOPT_POSTFIELDS, $body);`,
      `$desk = curl_init(); curl_setopt_array($desk, [CURLOPT_URL => ${url}, CURLOPT_POSTFIELDS => ${body}]);`,
    ];
    for (const line of sent) {
      const source = `<?php function ask($ship) { ${line} }`;
      assert.deepEqual(
        await found('harbour/radio.php', source),
        ['user openai gpt-4o: Who calls from {$ship}?'],
        line,
      );
      assert.deepEqual(await calls('harbour/radio.php', source), ['openai gpt-4o -: user'], line);
    }
    const elsewhere = `<?php $desk = curl_init('https://api.harbour.example/ships'); curl_setopt($desk, CURLOPT_POSTFIELDS, json_encode(['note' => 'Please wait for the tide, and tell the crew.']));`;
    assert.deepEqual(await found('harbour/radio.php', elsewhere), []);
  });

  it('a body that is put together entry by entry', async () => {
    const sources = {
      'harbour/radio.php': `<?php
$body = array();
$body["model"] = 'gpt-4o';
$body["messages"] = [['role' => 'user', 'content' => 'Who calls on channel nine?']];
$desk = curl_init('https://api.openai.com/v1/chat/completions');
curl_setopt($desk, CURLOPT_POSTFIELDS, json_encode($body));`,
      'harbour/radio.py': `import requests
body = {}
body["model"] = "gpt-4o"
body["messages"] = [{"role": "user", "content": "Who calls on channel nine?"}]
requests.post("https://api.openai.com/v1/chat/completions", json=body)`,
      'harbour/radio.js': `const body = { model: 'gpt-4' };
body.messages = [{ role: 'user', content: 'Who calls on channel nine?' }];
body['model'] = 'gpt-4o';
await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify(body) });
body.model = 'gpt-3';`,
    };
    for (const [path, source] of Object.entries(sources))
      assert.deepEqual(await found(path, source), ['user openai gpt-4o: Who calls on channel nine?'], path);
  });

  it('is not every request with a message', async () => {
    const source = `await fetch('https://api.twilio.com/v1/messages', { method: 'POST', body: JSON.stringify({ input: 'The ferry is late today, please wait.' }) });
await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ input: 'The ferry is late today, please wait.' }) });
await fetch('/api/boats', { method: 'POST', body: JSON.stringify({ model: 'Folkeboat 25', note: 'Please wait for the tide.' }) });
await fetch('/v1/images/generations', { method: 'POST', body: JSON.stringify({ model: 'brush-3', prompt: 'A ferry in fog.' }) });`;
    assert.deepEqual(await found('harbour/sms.ts', source), []);
  });

  it('the address of an engine, from before a body named its model', async () => {
    const source = `await fetch('https://api.openai.com/v1/engines/text-davinci-002/completions', { method: 'POST', body: JSON.stringify({ prompt: 'Which ships wait?' }) });`;
    assert.deepEqual(await found('harbour/radio.js', source), [
      'user openai text-davinci-002: Which ships wait?',
    ]);
  });

  it('of Go, also by a method that is handed the text', async () => {
    const source = `package harbour
import ("bytes"; "encoding/json"; "net/http")
type body struct { Model string; Prompt string }
type Radio struct { base string }
func (r *Radio) Complete(prompt string) {
  raw, _ := json.Marshal(body{Model: "llama3.1:8b", Prompt: prompt})
  req, _ := http.NewRequest("POST", r.base+"/api/generate", bytes.NewBuffer(raw))
  http.DefaultClient.Do(req)
}
func (r *Radio) Respond(text string) {
  raw, _ := json.Marshal(map[string]any{"model": "gpt-4o", "input": text})
  http.Post(r.base+"/responses", "application/json", bytes.NewReader(raw))
}
func (r *Radio) Draw(prompt string) {
  raw, _ := json.Marshal(map[string]any{"model": "dall-e-3", "prompt": prompt})
  http.Post(r.base+"/images/generations", "application/json", bytes.NewReader(raw))
}
func open(r *Radio) {
  r.Complete("Who calls on channel nine?")
  r.Respond("Which ship comes next?")
  r.Draw("A lighthouse in the fog.")
}`;
    assert.deepEqual(await found('harbour/radio.go', source), [
      'user http llama3.1:8b: Who calls on channel nine?',
      'user http gpt-4o: Which ship comes next?',
    ]);
  });

  it('of .NET and of Rust, whose request is a chain', async () => {
    const cs = `class Radio { async Task Ask(HttpClient client, string host) {
  var json = JsonSerializer.Serialize(new { model = "llama3", prompt = "Who calls on channel nine?" });
  await client.PostAsync("http://localhost:11434/api/generate", new StringContent(json));
} }`;
    assert.deepEqual(await found('Radio.cs', cs), ['user ollama llama3: Who calls on channel nine?']);
    const rust = `async fn ask(client: &reqwest::Client, prompt: &str) {
  let body = json!({"model": "llama3", "prompt": prompt});
  client.post("http://localhost:11434/api/generate").json(&body).send().await;
}
async fn open(client: &reqwest::Client) { ask(client, "Who calls on channel nine?").await; }`;
    assert.deepEqual(await found('radio.rs', rust), ['user ollama llama3: Who calls on channel nine?']);
  });
});
