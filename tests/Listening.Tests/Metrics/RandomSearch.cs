namespace Listening.Tests.Metrics;

/// <summary>Searches by a seed.</summary>
internal sealed class RandomSearch(int seed)
{
    private readonly Random random = new(seed);

    public string Next(int depth = 3) => depth == 0 ? Term() : random.Next(7) switch
    {
        0 => $"({Next(depth - 1)}) OR ({Next(depth - 1)})",
        1 => $"({Next(depth - 1)}) AND ({Next(depth - 1)})",
        2 => $"({Next(depth - 1)}) {Term()}",
        3 => $"NOT ({Next(depth - 1)})",
        4 => $"{Next(depth - 1)} OR {Term()}",
        5 => $"-{Term()}",
        _ => Term(),
    };

    private string Term() => random.Next(13) switch
    {
        0 => $"followers:{Of(">", ">=", "<", "<=", "=", "")}{random.Next(100)}",
        1 => $"author:{Of("ana", "@BEN", "be*", "carl", "x")}",
        2 => $"source:{Of("twitter", "MASTODON", "blue*")}",
        3 => $"lang:{Of("en", "de", "fr")}",
        4 => $"brand:{Of("acme", "\"Acme Air\"", "Rival", "acme*")}",
        5 => $"is:{Of("reply", "repost", "deleted", "edited")}",
        6 => $"{Of("before", "after")}:2026-01-05T{random.Next(12, 24)}:{random.Next(60):00}Z",
        7 => $"{Of("intent:complaint", "intent:praise", "sentiment:negative", "topic:refund", "topic:refund*", "party:own", "party:customer", "use:question")}",
        8 => Of("\"can't\"", "\"late, delayed\"", "text:\"still no\"", "\"refund l*\"", "a-b", "\"A B\""),
        9 => Of("z*", "del*", "re*", "1*", "out*", "élan*"),
        10 => $"{Of("late", "still", "no", "train")} NEAR/{random.Next(1, 4)} {Of("refund", "delayed", "10", "TRAIN")}",
        _ => Of("late", "delayed", "TRAIN", "refund", "no", "still", "outage", "zug", "Zügig", "élan", "10", "t", "absent"),
    };

    private string Of(params string[] values) => values[random.Next(values.Length)];
}
