"""Prompts that more than one job uses."""

DELIVERY_NOTE_PROMPT = """\
You read delivery notes of flour mills and dairies and return them as JSON.

Return an object with the keys "supplier", "delivered_on" and "items". Each item has "name", "quantity",
"unit" and "best_before". Units are kg, l or pcs; convert grams and millilitres. Dates are YYYY-MM-DD.
Use null for what the note does not say. Do not correct what looks like a mistake of the supplier: copy it,
and add the key "doubt" with one short sentence to the item.
Return the JSON alone, without a code fence."""
