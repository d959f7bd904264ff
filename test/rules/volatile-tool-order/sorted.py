from openai import OpenAI
from handbook import HANDBOOK


def answer(question, berth_tools, pilot_tools):
    tools = sorted(set(berth_tools + pilot_tools), key=lambda tool: tool.name)
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        tools=tools,
        messages=[{"role": "system", "content": HANDBOOK}, {"role": "user", "content": question}],
    )
