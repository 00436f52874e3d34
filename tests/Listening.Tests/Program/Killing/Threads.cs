using System.Globalization;

namespace Listening.Tests.Program.Killing;

/// <summary>Posts without end: complaints, some answered by Acme or by Rival, some in a later batch, edits and deletions; the same for the same number.</summary>
internal static class Threads
{
    /// <summary>Lines of a batch: <paramref name="count"/> threads from number <paramref name="first"/> on, and the answers to some of the batch before.</summary>
    public static string[] Batch(int first, int count) =>
        [.. Enumerable.Range(first, count).SelectMany(Now), .. Enumerable.Range(first - count, count).Where(number => number >= 0).SelectMany(Later)];

    private static IEnumerable<string> Now(int number)
    {
        yield return Line($"{number}", $"c{number % 97}", $"@acme help with {number}", number, 0);
        if (number % 3 == 0) yield return Line($"{number}-a", "acme", $"@c{number % 97} hello, see {number % 11}", number, 5 + number % 240, $"{number}");
        if (number % 7 == 0) yield return Line($"{number}-r", "rival", $"@c{number % 97} we can", number, 3 + number % 90, $"{number}");
    }

    private static IEnumerable<string> Later(int number)
    {
        if (number % 3 == 1) yield return Line($"{number}-l", "acme", $"@c{number % 97} done {number}", number, 300 + number % 500, $"{number}");
        if (number % 10 == 5) yield return Line($"{number}", $"c{number % 97}", $"@acme help with {number}, please", number, 0, null, $",\"editedAt\":\"{At(number, 30)}\"");
        if (number % 25 == 9) yield return Line($"{number}", $"c{number % 97}", "", number, 0, null, $",\"deletedAt\":\"{At(number, 45)}\"");
    }

    private static string Line(string id, string author, string text, int number, int minutes, string? parent = null, string more = "") =>
        $$"""{"source":"s","id":"{{id}}","author":{"id":"{{author}}"},"text":"{{text}}","postedAt":"{{At(number, minutes)}}"{{(parent is null ? "" : $",\"inReplyTo\":\"{parent}\"")}}{{more}}}""";

    private static string At(int number, int minutes) =>
        new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).AddMinutes(number % 20_000 + minutes).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
