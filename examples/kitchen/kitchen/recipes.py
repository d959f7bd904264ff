"""Scales a recipe to another amount of flour and explains what changes besides the numbers."""

from __future__ import annotations

from langchain_core.language_models import BaseChatModel
from langchain_core.prompts import PromptTemplate

scale_prompt = PromptTemplate.from_template(
    """You are an experienced baker who scales recipes.

Recipe:
{recipe}

Scale it to {flour_kg} kg of flour. Give every ingredient in grams and in baker's percent. Then say in at most
four sentences what else changes at this size: mixing time, dough temperature, bulk fermentation, oven load.
Keep the percentages of salt and starter unless the recipe itself says otherwise."""
)


def scale(llm: BaseChatModel, recipe: str, flour_kg: float) -> str:
    if flour_kg <= 0:
        raise ValueError(f"flour must be more than 0 kg, got {flour_kg}")
    reply = llm.invoke(scale_prompt.format(recipe=recipe, flour_kg=flour_kg))
    return str(reply.content)
