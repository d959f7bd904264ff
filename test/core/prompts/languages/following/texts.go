package shop

const HouseStyle = "You write short sentences."

var Places = map[string]string{"harbour": "You sell at the harbour.", "market": "You sell at the market."}

func Closing() string {
	return "You never promise a time."
}

const Fallback = "You are the default baker of the house."
