using System.Globalization;
using System.Text;

namespace Listening.Benchmarks.Scale;

/// <summary>What was measured, as tables in Markdown.</summary>
public static class ScaleTable
{
    /// <summary>The whole page.</summary>
    public static string Of(ScaleResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        Line(text, $"# How each cost grows").AppendLine();
        Line(text, $"Measured {results.Day:yyyy-MM-dd} on {results.Machine}, by `tests/Listening.Benchmarks scale`: one store, filled step by step with a year of").AppendLine("conversations in random order; the program is run as it is installed and measured from outside.").AppendLine();
        Growth(text, results.Steps);
        foreach (var step in results.Steps.Where(step => step.Live is not null)) Whole(text, step);
        if (results.Comparison.Count > 0) Comparison(text, results.Comparison);
        return text.ToString();
    }

    private static void Growth(StringBuilder text, List<ScaleStep> steps)
    {
        Row(text, ["what", .. steps.Select(step => $"{step.Posts / 1_000_000} M posts")]);
        Row(text, ["---", .. steps.Select(_ => "---")]);
        Row(text, ["import, posts/s, conversations and waits included", .. steps.Select(step => N(step.ImportRate))]);
        Row(text, ["baseline: the engine alone reads the same file, posts/s", .. steps.Select(step => N(step.BaselineRate))]);
        Row(text, ["import's peak memory, MB", .. steps.Select(step => Mega(step.ImportPeakBytes))]);
        Row(text, ["disk, bytes a post", .. steps.Select(step => N(step.DiskBytes / (double)step.Posts))]);
        Row(text, ["start until ready, s", .. steps.Select(step => step.StartSeconds.ToString("N1", CultureInfo.InvariantCulture))]);
        Row(text, ["memory at idle, MB", .. steps.Select(step => Mega(step.IdleBytes))]);
        Row(text, ["memory after every tile, MB", .. steps.Select(step => Mega(step.AfterTilesBytes))]);
        foreach (var (period, _) in TileClock.Periods)
            foreach (var (optimized, said) in ((bool, string)[])[(false, "as imported"), (true, "after the nightly optimize")])
                Row(text, [$"all tiles over {period}, {said}, p50 / p95 ms", .. steps.Select(step => Times(step, period, 1, optimized))]);
        Row(text, ["nightly optimize, s", .. steps.Select(step => N(step.OptimizeSeconds))]);
        Row(text, ["everything derived again, s", .. steps.Select(step => N(step.RebuildSeconds))]);
        text.AppendLine();
    }

    private static void Whole(StringBuilder text, ScaleStep step)
    {
        var live = step.Live!;
        Line(text, $"## At {step.Posts / 1_000_000} million posts").AppendLine();
        Row(text, ["what", "measured", "note"]);
        Row(text, ["---", "---", "---"]);
        Row(text, ["live `POST`", $"{N(live.Rate)} posts/s", $"n = {live.Posts:N0}; {live.Senders} senders, {live.BatchSize} posts a request, p50 {N(live.P50)} ms, p95 {N(live.P95)} ms; {live.Viewers} dashboards open; facts complete {live.BehindSeconds.ToString("N1", CultureInfo.InvariantCulture)} s after the last answer; a day's tiles meanwhile p95 {N(live.TileP95)} ms"]);
        foreach (var move in step.Moves) Row(text, [$"accepted → tile `{move.Tile}` moved in Chromium", $"p50 {N(move.P50)} ms, p99 {N(move.P99)} ms", $"n = {move.Samples}, worst {N(move.Worst)} ms; from sending p50 {N(move.SentP50)}, p99 {N(move.SentP99)} ms"]);
        Row(text, ["the server's peak memory in all this", $"{Mega(step.PeakBytes)} MB", "resident"]);
        text.AppendLine();
        var columns = step.Tiles.Select(time => (time.Viewers, time.Optimized)).Distinct().ToList();
        Row(text, ["tile, p50 / p95 ms", .. columns.Select(column => $"{(column.Viewers == 1 ? "alone" : $"{column.Viewers} viewers")}, {(column.Optimized ? "optimized" : "as imported")}")]);
        Row(text, ["---", .. columns.Select(_ => "---")]);
        foreach (var (period, _) in TileClock.Periods)
        {
            foreach (var tile in step.Tiles.Where(time => time.Period == period).Select(time => time.Tile).Distinct())
                Row(text, [$"`{tile}` over {period}", .. columns.Select(column => Times(step, period, column.Viewers, column.Optimized, tile))]);
            Row(text, [$"**all over {period}**", .. columns.Select(column => $"**{Times(step, period, column.Viewers, column.Optimized)}**")]);
        }
        text.AppendLine();
    }

    private static void Comparison(StringBuilder text, List<ComparedQuestion> questions)
    {
        text.AppendLine("## Beside PostgreSQL").AppendLine();
        Line(text, $"{PostgresComparison.Said}").AppendLine();
        Row(text, ["question", "period", "Listening, ms", "PostgreSQL, ms", "how many times", "both answered"]);
        Row(text, ["---", "---", "---", "---", "---", "---"]);
        foreach (var asked in questions)
            Row(text, [asked.Question, asked.Period, N(asked.Here, 1), N(asked.There, 1), $"{(asked.There / asked.Here).ToString("N1", CultureInfo.InvariantCulture)} ×", asked.Rows]);
        text.AppendLine();
    }

    private static string Times(ScaleStep step, string period, int viewers, bool optimized, string? tile = null)
    {
        var times = step.Tiles.Where(time => time.Period == period && time.Viewers == viewers && time.Optimized == optimized && (tile is null || time.Tile == tile)).SelectMany(time => time.Milliseconds).ToList();
        return times.Count == 0 ? "–" : $"{N(Quantiles.Of(times, 0.5))} / {N(Quantiles.Of(times, 0.95))}";
    }

    private static string N(double? value, int digits = 0) => value?.ToString("N" + digits, CultureInfo.InvariantCulture) ?? "–";

    private static string Mega(long bytes) => N(bytes / 1e6);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => Line(text, $"| {string.Join(" | ", cells)} |");

    private static StringBuilder Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
