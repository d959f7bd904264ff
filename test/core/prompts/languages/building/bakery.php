<?php

define('ADDED_PROMPT', 'You are a baker. ' . 'You answer ' . ('in one ' . 'sentence.'));
define('LISTED_PROMPT', implode("\n", ['You are a baker.', 'You answer in one sentence.']));
define('TRIMMED_PROMPT', trim('
  You are a baker. Answer in one sentence.
'));
define('DEDENTED_PROMPT', <<<PROMPT
    You are a baker.
      You answer in one sentence.
    PROMPT);

function order_prompt(string $order): string
{
    $prompt = 'You read orders. ';
    $prompt .= 'You answer in one sentence. ';
    return $prompt . 'The order: ' . $order;
}
