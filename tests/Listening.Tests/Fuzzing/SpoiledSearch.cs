using System.Runtime.CompilerServices;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Metrics.Searching;
using Listening.Storing;

namespace Listening.Tests.Fuzzing;

/// <summary>Searches and cursors, spoiled: each is understood, with values bound and never in the SQL, or refused.</summary>
internal static class SpoiledSearch
{
    private const string Mark = "zqxj";

    private static readonly string[] Real =
    [
        "delayed flight", "\"lost bag\" OR luggage", "author:ana NOT is:reply", "lang:en (refund OR \"money back\") followers:>1000", "source:twitter topic:delay* intent:complaint",
        "sentiment:negative brand:Acme party:customer", "text:\"a phrase\" before:2026-01-05 after:2025-12-01", "is:deleted OR is:edited", "((a AND b) OR NOT (c))", "日本語 🤥 @acme",
    ];

    private static readonly string[] Cursors = ["MTc2NzYwNDM2NDEyMCAxMjM0NSA", "", "eA", "MTc2NzYwNDM2NDEyMCAtMSBYIFkgWg"];

    public static async Task<FuzzCount> TryAsync(Random chance, CancellationToken cancellationToken)
    {
        var text = Text(chance);
        var reader = new NothingFound();
        try
        {
            if (SearchQuery.ParseOptional(text) is { } query)
                FuzzFailure.Unless(query.Condition == SearchQuery.Parse(text).Condition || query.Text == text, $"understood in two ways: {text}");
            var cursor = chance.Next(3) == 0 ? Cursor(chance) : null;
            await new PostSearch(reader, TimeProvider.System).SearchAsync(new PostQuestion { Filter = text, Cursor = cursor, Limit = 50 }, cancellationToken);
            FuzzFailure.Unless(!reader.Sql.Contains(Mark, StringComparison.OrdinalIgnoreCase), $"a word of the search stands in the SQL: {text}");
            return new(1, 0, 0);
        }
        catch (MetricQuestionException refused)
        {
            FuzzFailure.Unless(refused.Message.Length is > 0 and < 4000 && refused.Parameter.Length > 0, $"the refusal of a search does not say what is wrong: {text}");
            return new(1, 0, 1);
        }
    }

    /// <summary>A search, half of the times spoiled.</summary>
    public static string Text(Random chance) => SpoiledQuestion.Text(Real[chance.Next(Real.Length)] + " " + Mark, chance);

    /// <summary>A cursor, half of the times spoiled.</summary>
    public static string Cursor(Random chance) => SpoiledQuestion.Text(Cursors[chance.Next(Cursors.Length)], chance);

    private sealed class NothingFound : IFactReader
    {
        public string Sql { get; private set; } = "";

        public long Revision => 1;

        public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Sql += query.Sql;
            await Task.CompletedTask;
            yield break;
        }
    }
}
