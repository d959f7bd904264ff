<?php

const HOUSE_STYLE = 'You write short sentences.';
const PLACES = ['harbour' => 'You sell at the harbour.', 'market' => 'You sell at the market.'];

function closing(): string
{
    return 'You never promise a time.';
}

const FALLBACK = 'You are the default baker of the house.';
