from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question, berth_tools, pilot_tools):
    tools = list({*berth_tools, *pilot_tools})  # finds (warning): gives the tools in another order in every process
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        tools=tools,
        system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
