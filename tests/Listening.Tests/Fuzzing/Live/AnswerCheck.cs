using System.Text.Json;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>Whether an answer keeps the server's word.</summary>
internal static class AnswerCheck
{
    private const int MostShown = 1000;

    /// <summary>Gives what it counts; throws <see cref="FuzzFailure"/> where it is none that may come.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="expected">What is known of it.</param>
    /// <param name="again">Whether the same was answered before, so that nothing may be new.</param>
    public static LiveCount Of(WireAnswer answer, ExpectedAnswer expected, bool again)
    {
        Possible(answer);
        var text = System.Text.Encoding.UTF8.GetString(answer.Body);
        FuzzFailure.Unless(expected.Status is null || expected.Status == answer.Status, $"answered {answer.Status} instead of {expected.Status}: {text}");
        var (lines, posts) = Counted(text, expected, again);
        return new(0, answer.Status < 400 ? 1 : 0, answer.Status >= 400 ? 1 : 0, 0, 0, lines, posts);
    }

    /// <summary>Throws where no server may answer so, whatever it was sent.</summary>
    public static void Possible(WireAnswer answer) =>
        // 505 is the server's word for a version of HTTP that there is none of.
        FuzzFailure.Unless(answer.Status is >= 200 and < 500 or 505, $"answered {answer.Status}: {System.Text.Encoding.UTF8.GetString(answer.Body)}");

    private static (long Lines, long Posts) Counted(string text, ExpectedAnswer expected, bool again)
    {
        if (expected.Lines is null && !text.Contains("\"rejectedTotal\"", StringComparison.Ordinal)) return (0, 0);
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        var (accepted, duplicates, updated, refused) = (Count("accepted"), Count("duplicates"), Count("updated"), Count("rejectedTotal"));
        var lines = accepted + duplicates + updated + refused;
        FuzzFailure.Unless(accepted >= 0 && duplicates >= 0 && updated >= 0, $"counts below nothing: {text}");
        FuzzFailure.Unless(expected.Lines is null || (lines, refused) == (expected.Lines, expected.Refused), $"{expected.Lines} lines, {expected.Refused} to be refused, were sent: {text}");
        FuzzFailure.Unless(!again || expected.Lines is null || (accepted == 0 && updated == 0), $"what was answered for was new when it came again: {text}");

        var shown = answer.GetProperty("rejected").EnumerateArray().ToList();
        FuzzFailure.Unless(shown.Count == Math.Min(refused, MostShown), $"{shown.Count} of {refused} refused lines are shown: {text}");
        var last = 0L;
        foreach (var line in shown)
        {
            FuzzFailure.Unless(line.GetProperty("line").GetInt64() > last && line.GetProperty("reason").GetString() is { Length: > 0 and < 600 } reason && !reason.Any(char.IsControl),
                $"a refusal out of order or without a fit reason: {line}");
            last = line.GetProperty("line").GetInt64();
        }

        return (lines, accepted);

        long Count(string name) => answer.GetProperty(name).GetInt64();
    }
}
