from datetime import date, datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": f"Today is {date.today()}.\n{HANDBOOK}"},
            {"role": "user", "content": f"It is {datetime.now()}. {question}"},
        ],
    )
