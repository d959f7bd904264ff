namespace Shop;

static class Texts
{
    public const string HouseStyle = "You write short sentences.";
    public static string Fallback => "You are the default baker of the house.";

    public static string Closing() => "You never promise a time.";

    public static class Places
    {
        public const string Harbour = "You sell at the harbour.";
        public const string Market = "You sell at the market.";
    }
}
