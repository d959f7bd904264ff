"""Texts for the shelf labels, in the languages of the shop."""

from __future__ import annotations

import logging

import litellm

log = logging.getLogger(__name__)

LABEL_MODEL = "gemini/gemini-2.5-flash"


def shelf_label(product: str, ingredients: list[str], language: str) -> str:
    """A label of at most forty words. Allergens are printed by the scale, never by a model."""
    response = litellm.completion(
        model=LABEL_MODEL,
        max_tokens=120,
        messages=[
            {
                "role": "system",
                "content": "You write shelf labels for a bakery. At most forty words, present tense, no "
                "superlatives. Describe crust, crumb and taste, then say what the bread goes with. Do not "
                "mention allergens or health; the law decides what stands there.",
            },
            {
                "role": "user",
                "content": f"Write the label for {product} in {language}. Ingredients: {', '.join(ingredients)}.",
            },
        ],
    )
    label = response.choices[0].message.content.strip()
    if len(label.split()) > 45:
        log.warning("label for %s has %d words", product, len(label.split()))
    return label
