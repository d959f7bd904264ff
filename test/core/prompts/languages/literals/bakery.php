<?php

const PLAIN_PROMPT = 'You are a baker. Answer in one sentence.';
const ESCAPES_PROMPT = "You say 'good morning'.\n\tThen you list the breads: \u{e9}clair, \u{1F950}.\\";
const LINES_PROMPT = <<<'PROMPT'
    You are a baker.
    Answer in "one" sentence.

    PROMPT;
const JOINED_LINES_PROMPT = 'You are a baker ' .
    'who answers in one sentence.';
