<?php

const MODEL = 'gpt-4o-mini';

function answer(string $question)
{
    $client = OpenAI::client(getenv('OPENAI_API_KEY'));
    return $client->chat()->create([
        'model' => MODEL,
        'max_tokens' => 300,
        'messages' => [
            ['role' => 'system', 'content' => 'You are a baker.'],
            ['role' => 'user', 'content' => "A customer asks: {$question}"],
        ],
    ]);
}
