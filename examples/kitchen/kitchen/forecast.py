"""How many loaves to bake tomorrow, with the reasons, for the baker who decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI


@dataclass(frozen=True)
class Sales:
    day: date
    product: str
    baked: int
    sold: int


forecast_prompt = ChatPromptTemplate.from_messages(
    [
        (
            "system",
            "You help a master baker plan tomorrow's batches. For each product, propose a number of pieces and "
            "give the reason in one sentence. Round breads to whole batches of twelve and rolls to trays of "
            "thirty. Prefer selling out an hour before closing to throwing bread away. If the numbers are too "
            "thin to say anything, say so instead of guessing.",
        ),
        (
            "human",
            "Tomorrow is {weekday}. Weather: {weather}. Events nearby: {events}.\n\n"
            "Sales of the last four weeks:\n{sales}",
        ),
    ]
)

llm = ChatOpenAI(model="gpt-4.1", temperature=0.1, max_tokens=600)
chain = forecast_prompt | llm | StrOutputParser()


def propose_batches(day: date, weather: str, events: list[str], sales: list[Sales]) -> str:
    if not sales:
        raise ValueError("there are no sales to plan from")
    table = "\n".join(f"{s.day} {s.product}: {s.sold} of {s.baked}" for s in sales)
    return chain.invoke(
        {
            "weekday": day.strftime("%A"),
            "weather": weather,
            "events": ", ".join(events) or "none",
            "sales": table,
        }
    )
