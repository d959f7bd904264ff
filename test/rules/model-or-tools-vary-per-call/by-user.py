from openai import OpenAI
from handbook import HANDBOOK
from tools import all_tools


def answer(user, question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        tools=[tool for tool in all_tools if tool.allows(user)],  # finds (warning): chooses the tools for each request
        messages=[{"role": "system", "content": HANDBOOK}, {"role": "user", "content": question}],
    )
