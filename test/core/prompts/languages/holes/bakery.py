import os
from datetime import datetime

NAME = "Hearth & Crumb"


def greeting_prompt(bread: str, customer: str) -> str:
    return f"""You work at {NAME}. Today is {datetime.now().isoformat()}.
Recommend {bread} to {customer}, write {{braces}} as they are. The shop is {os.environ["SHOP"]}."""


def tone_prompt(formal: bool) -> str:
    tone = "Write formally, please." if formal else "Write like a friend."
    return f"You answer letters. {tone} Sign with your name."
