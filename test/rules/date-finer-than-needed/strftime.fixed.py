from datetime import datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    system = f"Now: {datetime.now().strftime('%Y-%m-%d')}\n{HANDBOOK}"  # finds: changes once a day
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )
