import json
from openai import OpenAI
from handbook import HANDBOOK

QUAYS = {"market": 4, "outer": 2}


def answer(question):
    system = f"{json.dumps(QUAYS)} {json.dumps({'pilots': 3})}\n{HANDBOOK}"
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": system},
            {"role": "user", "content": json.dumps(question)},
        ],
    )
