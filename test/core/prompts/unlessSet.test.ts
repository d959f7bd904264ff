import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';
import { found } from './sdks/found.ts';

describe('a text that is used where nobody has set another one', () => {
  it('is the prompt that the application sends', async () => {
    const source = `<?php
function ask($client, $order) {
  $rules = get_option('bakery_rules', 'You sell bread and nothing else.');
  $client->send(['messages' => [['role' => 'system', 'content' => $rules], ['role' => 'user', 'content' => $order]]]);
}`;
    assert.deepEqual(await found('bakery/ask.php', source), ['system - -: You sell bread and nothing else.']);
  });

  it('is none where something else than a setting is looked up', async () => {
    const source = `<?php
function ask($client, $orders) {
  $client->send(['messages' => [['role' => 'user', 'content' => $orders->get('first', 'nothing was ordered today')]]]);
}`;
    assert.deepEqual(await found('bakery/ask.php', source), []);
  });

  it('may come from a class in the file that WordPress keeps it in', async () => {
    const { prompts } = await reportOf({
      'plugin/includes/class-bread-settings.php': `<?php
class Bread_Settings { public static function rules() { return __('You sell bread and nothing else.', 'bread'); } }`,
      'plugin/rest/class-bread-desk.php': `<?php
class Bread_Desk { function ask($client) {
  $rules = get_option('rules', Bread_Settings::rules());
  $client->send(['messages' => [['role' => 'system', 'content' => $rules]]]);
} }`,
    });
    assert.deepEqual(
      prompts.map(({ path, role }) => `${path} ${role}`),
      ['plugin/includes/class-bread-settings.php system'],
    );
  });

  it('is what a closure gives instead in Rust', async () => {
    const source = `fn rules() -> String {
  let system_prompt = std::env::var("RULES").unwrap_or_else(|e| {
    log(e);
    "You sell bread and nothing else.".to_string()
  });
  system_prompt
}`;
    assert.deepEqual(await found('bakery/rules.rs', source), [
      'system - -: You sell bread and nothing else.',
    ]);
  });
});
