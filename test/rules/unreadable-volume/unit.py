# finds 1 line below: `volume=2000` is no volume
# promptmeter: volume=2000
# The office reads this every morning.
OFFICE_PROMPT = "You are the office of a harbour. Answer every captain in one sentence."

# finds 1 line below: `volume=-5/day` is no volume
# promptmeter: volume=-5/day
BUOY_PROMPT = "You watch the buoys of a harbour. Name the ones that have gone dark."

# promptmeter: volume=1.5k/month
PILOT_PROMPT = "You guide ships into the harbour. Name the next buoy."
