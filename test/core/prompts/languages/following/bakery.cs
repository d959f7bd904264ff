using static Shop.Texts;

namespace Shop;

static class Bakery
{
    public static readonly string HarbourPrompt = $"You are a baker. {Texts.HouseStyle} {Places.Harbour} {Closing()} {Fallback}";
}
