import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('the parts of a prompt that has no word of its own', () => {
  it('are entries of what a function returns, in a frame that has no word of its own', async () => {
    const files = {
      'src/Bakery.php': `<?php
class Bakery {
  public function labels(string $language): array {
    if ($language === 'de') return ['role' => 'Du backst Brot und sprichst freundlich mit den Gästen.', 'end' => 'Ende'];
    return ['role' => 'You bake bread and are kind to every guest.', 'end' => 'End'];
  }
  public function ask(OpenAI\\Client $client, string $language) {
    $labels = $this->labels($language);
    $client->chat()->create(['model' => 'gpt-4o', 'messages' => [
      ['role' => 'user', 'content' => "{$labels['role']}\\n{$labels['end']}"],
    ]]);
  }
}`,
    };
    assert.deepEqual((await found(files)).sort(), [
      'user openai: Du backst Brot und sprichst freundlich m',
      'user openai: You bake bread and are kind to every gue',
      "user openai: {$labels['role']}\\n{$labels['end']}".replace('\\n', '\n'),
    ]);
  });
});
