import uuid
from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=[
            {
                "type": "text",
                "text": f"{HANDBOOK}",  # finds (warning): `uuid.uuid4()` (random) stands before a cache mark
                "cache_control": {"type": "ephemeral"},
            },
            {"type": "text", "text": f"Case {uuid.uuid4()}."}
        ],
        messages=[{"role": "user", "content": question}],
    )
