import litellm
from agents import Agent, Runner
from google import genai
from google.genai import types
from openai import OpenAI

client = OpenAI()


def answer(question):
    messages = [{"role": "user", "content": question}]
    # finds 1 line below (info): costs $0.26
    client.chat.completions.create(
        model="gpt-4.1",  # the one that the harbour pays for
        messages=messages,
    )
    # finds 1 line below (info): costs $0.26
    litellm.completion(model="gpt-4.1", messages=messages)
    config = types.GenerateContentConfig
    # finds 1 line below (info): costs $0.66
    genai.Client().models.generate_content(model="gemini-2.5-pro", contents=question)
    # finds 1 line below (info): costs $0.66
    genai.Client().models.generate_content(
        model="gemini-2.5-pro", contents=question, config=types.GenerateContentConfig(temperature=0.2)
    )
    return config


# An agent's cap is a setting of the agent.
def ask(question):
    agent = Agent(name="harbour", instructions="You are the harbour master.", model="gpt-4.1")
    return Runner.run_sync(agent, question)
