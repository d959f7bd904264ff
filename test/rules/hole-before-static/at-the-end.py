from datetime import datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": f"{HANDBOOK}\nIt is {datetime.now()}."},
            {"role": "user", "content": question},
        ],
    )
