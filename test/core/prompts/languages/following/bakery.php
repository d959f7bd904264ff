<?php

require_once __DIR__ . '/texts.php';

define('HARBOUR_PROMPT', 'You are a baker. ' . HOUSE_STYLE . ' ' . PLACES['harbour'] . ' ' . closing() . ' ' . FALLBACK);
