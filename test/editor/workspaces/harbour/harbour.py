from anthropic import Anthropic

client = Anthropic()


def plan_tides(day: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system="You read tide tables for a small harbour and answer with the hours of high water.",
        messages=[{"role": "user", "content": f"Plan the tides of {day}."}],
    )
