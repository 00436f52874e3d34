using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads the rows behind a number.</summary>
internal static class RowReader
{
    /// <summary>One page, newest first.</summary>
    public static async Task<MetricRows> ReadAsync(Cohort cohort, RowCursor cursor, int limit, IFactReader facts, long revision, CancellationToken cancellationToken)
    {
        var total = 0L;
        await foreach (var row in facts.ReadAsync(cohort.Query("Shapes/Total"), cancellationToken)) total = Figures.Whole(row, "total");
        var query = cohort.Query("Shapes/Rows", ("at", cursor.At), ("post", cursor.Post), ("brand_after", cursor.Brand), ("limit", (long)limit + 1));
        var rows = new List<FactRow>();
        await foreach (var row in facts.ReadAsync(query, cancellationToken)) rows.Add(row);
        var page = rows.Take(limit).ToList();
        var texts = await TextsAsync(page, facts, cancellationToken);
        var next = rows.Count > limit ? new RowCursor(page[^1].Get<DateTimeOffset>("at"), page[^1].Get<UInt128>("post"), page[^1].Get<string>("brand")).ToString() : null;
        return new(total, revision, [.. page.Select(row => Row(row, cohort.Metric, texts))], next);
    }

    private static MetricRow Row(FactRow row, Metric metric, Dictionary<UInt128, (string Text, string Url)> texts)
    {
        var (text, url) = texts.GetValueOrDefault(row.Get<UInt128>("post"), ("", ""));
        var milliseconds = Figures.Number(row, "ms");
        return new()
        {
            Kind = row.Get<string>("kind"),
            Source = row.Get<string>("source"),
            Id = row.Get<string>("id"),
            Handle = row.Get<string>("handle"),
            Text = text,
            Url = url.Length == 0 ? null : url,
            At = row.Get<DateTimeOffset>("at"),
            Brand = row.Get<string>("brand") is { Length: > 0 } brand ? brand : null,
            Seconds = metric.Definition.Unit == "seconds" || metric.Subject != Subject.Posts ? milliseconds / 1000 : null,
            State = row.Get<string>("state") is { Length: > 0 } state ? state : null,
            Values = metric.Definition.Unit == "share" ? new Dictionary<string, object?> { ["hit"] = row["hit"] is true or 1L } : new Dictionary<string, object?>(),
        };
    }

    private static async Task<Dictionary<UInt128, (string Text, string Url)>> TextsAsync(List<FactRow> page, IFactReader facts, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<UInt128, (string, string)>();
        if (page.Count == 0) return texts;
        var query = new FactQuery(SqlText.File("Posts/Texts"), new Dictionary<string, object?>
        {
            ["instants"] = page.Select(row => row.Get<DateTimeOffset>("at")).Distinct().ToArray(),
            ["posts"] = page.Select(row => row.Get<UInt128>("post")).Distinct().ToArray(),
        });
        await foreach (var row in facts.ReadAsync(query, cancellationToken)) texts[row.Get<UInt128>("post")] = (row.Get<string>("text"), row.Get<string>("url"));
        return texts;
    }
}
