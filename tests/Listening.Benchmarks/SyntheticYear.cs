using System.Globalization;
using System.Text.Json;

namespace Listening.Benchmarks;

/// <summary>A year of public conversations with one brand and two competitors, from a seed: the same bytes every time.</summary>
public static class SyntheticYear
{
    private static readonly DateTimeOffset Start = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Brands = ["aurora", "borealis", "cygnus"];
    private static readonly string[] Openings =
    [
        "still waiting for a refund", "the app crashes when I pay", "no internet since this morning", "where is my parcel",
        "your agent hung up on me", "how do I change my plan", "charged twice this month", "flight cancelled and nobody answers",
    ];

    private static readonly string[] Words =
        "today again please order account help number card website weeks email support number price bag seat delay line store router signal".Split(' ');

    /// <summary>Writes about <paramref name="posts"/> posts as NDJSON; 55 % of the openings are answered by the brand, 3 % by a competitor.</summary>
    public static Task WriteAsync(string file, int posts) => WriteAsync(file, posts, Start, 0);

    /// <summary>The same from another day on, as conversations that follow the first <paramref name="from"/>; gives the number of the next.</summary>
    public static async Task<long> WriteAsync(string file, int posts, DateTimeOffset start, long from)
    {
        var random = new Random(20261129 + (int)(from % 1_000_003));
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var written = 0;
        var conversation = from;
        for (; written < posts; conversation++)
        {
            var at = start.AddMilliseconds(random.NextDouble() * 364 * 86_400_000d);
            var brand = Brands[random.Next(10) < 6 ? 0 : random.Next(1, 3)];
            var customer = $"u{random.Next(posts / 6)}";
            var root = $"{conversation}-0";
            Write(stream, root, customer, at, null, $"@{brand} {Openings[random.Next(Openings.Length)]} {Tail(random)}", brand);
            written++;
            var turns = random.Next(8);
            var last = root;
            for (var turn = 1; turn <= turns && written < posts; turn++, written++)
            {
                at = at.AddSeconds(30 + Math.Exp(4 + random.NextDouble() * 6));
                var id = $"{conversation}-{turn}";
                var answers = turn % 2 == 1 && random.Next(100) < 75;
                var by = answers ? brand : turn == 2 && random.Next(100) < 6 ? Brands[random.Next(3)] : customer;
                Write(stream, id, by, at, last, $"@{(answers ? customer : brand)} {Tail(random)}", answers ? customer : brand);
                last = id;
            }
        }
        return conversation;
    }

    private static string Tail(Random random) =>
        string.Join(' ', Enumerable.Range(0, 6 + random.Next(12)).Select(_ => Words[random.Next(Words.Length)]));

    private static void Write(Stream stream, string id, string author, DateTimeOffset at, string? parent, string text, string mention)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("source", "mastodon");
        json.WriteString("id", id);
        json.WriteStartObject("author");
        json.WriteString("id", author);
        json.WriteString("handle", author);
        json.WriteEndObject();
        json.WriteString("text", text);
        json.WriteString("postedAt", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (parent is not null) json.WriteString("inReplyTo", parent);
        json.WriteStartArray("mentions");
        json.WriteStringValue(mention);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}
