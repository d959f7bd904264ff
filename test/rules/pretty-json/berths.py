# finds 2 lines below (info): JSON on one line has
HARBOUR_PROMPT = """You know the berths of the harbour:
{
  "north": { "metres": 12, "free": true },
  "south": { "metres": 18, "free": false, "note": "deep   water" }
}
Name a free berth that is long enough."""
