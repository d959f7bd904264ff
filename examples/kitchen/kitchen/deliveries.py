"""Turns the text of a delivery note into items for the stock book."""

from __future__ import annotations

from openai import AsyncOpenAI, APIError
from pydantic import BaseModel, ValidationError

from .prompts import DELIVERY_NOTE_PROMPT


class Item(BaseModel):
    name: str
    quantity: float | None
    unit: str | None
    best_before: str | None
    doubt: str | None = None


class DeliveryNote(BaseModel):
    supplier: str | None
    delivered_on: str | None
    items: list[Item]


class UnreadableNote(Exception):
    """The note could not be read; a person types it in."""


async def read_note(client: AsyncOpenAI, text: str) -> DeliveryNote:
    try:
        completion = await client.chat.completions.create(
            model="gpt-4o-mini",
            temperature=0,
            response_format={"type": "json_object"},
            messages=[
                {"role": "system", "content": DELIVERY_NOTE_PROMPT},
                {"role": "user", "content": text},
            ],
        )
    except APIError as error:
        raise UnreadableNote("the model could not be reached") from error

    try:
        return DeliveryNote.model_validate_json(completion.choices[0].message.content or "")
    except ValidationError as error:
        raise UnreadableNote(f"{error.error_count()} fields were not as expected") from error
