<?php

const NAME = 'Hearth & Crumb';

function greeting_prompt(string $bread, string $customer): string
{
    return sprintf(<<<'PROMPT'
        You work at %s. Today is %s.
        Recommend %s to %s, write {braces} as they are. The shop is %s.
        PROMPT, NAME, date('c'), $bread, $customer, getenv('SHOP'));
}

function tone_prompt(bool $formal): string
{
    $tone = $formal ? 'Write formally, please.' : 'Write like a friend.';
    return "You answer letters. {$tone} Sign with your name.";
}
