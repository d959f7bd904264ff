package shop

import "fmt"

var HARBOUR_PROMPT = fmt.Sprintf("You are a baker. %s %s %s %s", HouseStyle, Places["harbour"], Closing(), Fallback)
