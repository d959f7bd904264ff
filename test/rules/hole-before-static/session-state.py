from google.adk.agents import Agent
from handbook import HANDBOOK

# ADK fills it from the state of the session, where it may stay as it is.
agent = Agent(
    name="harbour",
    model="gemini-2.5-flash",
    # finds 1 line below (info): only while it stays the same
    instruction=f"""You are the harbour master. Current time: {{_time}}
{HANDBOOK}
""",
)
