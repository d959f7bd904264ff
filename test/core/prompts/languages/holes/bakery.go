package shop

import (
	"fmt"
	"os"
	"time"
)

const NAME = "Hearth & Crumb"

func GreetingPrompt(bread string, customer string) string {
	return fmt.Sprintf(`You work at %s. Today is %s.
Recommend %[3]s to %[4]s, write {braces} as they are. The shop is %[5]s.`, NAME, time.Now().Format(time.RFC3339), bread, customer, os.Getenv("SHOP"))
}

func TonePrompt(formal bool) string {
	tone := "Write formally, please."
	if !formal {
		tone = "Write like a friend."
	}
	return fmt.Sprintf("You answer letters. %s Sign with your name.", tone)
}
