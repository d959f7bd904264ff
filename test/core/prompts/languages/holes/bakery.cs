using System;

class Bakery
{
    private const string Name = "Hearth & Crumb";

    public string GreetingPrompt(string bread, string customer) => $$"""
        You work at {{Name}}. Today is {{DateTime.Now:yyyy-MM-dd}}.
        Recommend {{bread}} to {{customer}}, write {braces} as they are. The shop is {{Environment.GetEnvironmentVariable("SHOP")}}.
        """;

    public string TonePrompt(bool formal)
    {
        var tone = formal ? "Write formally, please." : "Write like a friend.";
        return $"You answer letters. {tone} Sign with your name.";
    }
}
