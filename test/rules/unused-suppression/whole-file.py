# promptmeter-ignore-file hole-before-static -- the office reads the hour first
from datetime import datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    system = f"It is {datetime.now()}.\n{HANDBOOK}"
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )
