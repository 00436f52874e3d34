using System.Globalization;
using Listening.Findings;
using Listening.Reporting;
using Xunit;

namespace Listening.Tests.Findings;

public sealed class ChangeSearchTests
{
    private const int Months = 200;

    [Fact]
    public void First_sentence_names_the_largest_planted_change_in_nine_of_ten_months()
    {
        var missed = new List<string>();
        for (var seed = 1; seed <= Months; seed++)
        {
            var month = new PlantedMonth(seed, Changes);
            var largest = month.Planted.MaxBy(change => Math.Abs(change.Effect))!;
            var found = month.Found();
            if (found.Count == 0 || !Names(found, largest)) missed.Add($"month {seed}: {largest}; found {Told(found)}");
        }

        Assert.True(missed.Count <= Months / 10, $"{missed.Count} of {Months} missed. {string.Join(Environment.NewLine, missed)}");
    }

    [Fact]
    public void Nothing_is_found_in_noise_in_nineteen_of_twenty_months()
    {
        var wrong = Enumerable.Range(1000, Months).Count(seed => new PlantedMonth(seed, _ => []).Found().Count > 0);

        Assert.True(wrong <= Months / 20, $"{wrong} of {Months} months of noise have a finding.");
    }

    [Fact]
    public void Days_of_three_times_the_usual_are_found_and_nothing_else_is()
    {
        int planted = 0, recalled = 0, told = 0, right = 0;
        for (var seed = 2000; seed < 2000 + Months; seed++)
        {
            var month = new PlantedMonth(seed, Spikes);
            var spikes = month.Planted.Select(change => (change.Series, change.First)).ToHashSet();
            var found = month.Found().Where(change => change.Rose && change.First == change.Last)
                .Select(change => (PlantedMonth.IndexOf(change), change.First - (change.Series.Days.Count - change.Series.Period))).ToHashSet();
            planted += spikes.Count;
            told += found.Count;
            recalled += spikes.Count(found.Contains);
            right += found.Count(spikes.Contains);
        }

        Assert.True(recalled >= 0.9 * planted && right >= 0.9 * told, $"recall {recalled} of {planted}, precision {right} of {told}");
    }

    private static string Told(IReadOnlyList<FoundChange> found) => found.Count == 0 ? "nothing" : $"{PlantedMonth.IndexOf(found[0])} {found[0].First}–{found[0].Last} {found[0].Before:0.###} {found[0].After:0.###} {found[0].Chance:0.#e0}";

    // Metric, direction, size (within a quarter), since when (within two days), n (that of the stretch), in the record and in the words.
    private static bool Names(IReadOnlyList<FoundChange> found, PlantedChange planted)
    {
        var first = found[0];
        var sentence = FindingText.Of(found, _ => "/report")[0];
        var since = first.First - (first.Series.Days.Count - first.Series.Period);
        var n = first.Series.Days.Take(first.Last + 1).Skip(first.First).Sum(day => day.N);
        return PlantedMonth.IndexOf(first) == planted.Series
            && first.Rose == planted.Effect > 0
            && Math.Abs(first.Size - Math.Abs(planted.Effect)) <= 0.25 * Math.Abs(planted.Effect)
            && Math.Abs(since - planted.First) <= 2
            && first.N == n
            && sentence.Text.Contains($"(n = {ReportText.Of(n, "count")})", StringComparison.Ordinal)
            && sentence.Text.Contains(first.Since.ToString("d MMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && sentence.Text.StartsWith(first.Series.Title, StringComparison.Ordinal)
            && sentence.Text.Contains(first.Rose ? " rose " : " fell ", StringComparison.Ordinal);
    }

    // One to three changes of different series, the largest at least a doubling and by a quarter larger than the others: a level that stays, a few days, or (of counts) one day of three times as much.
    private static List<PlantedChange> Changes(Random random)
    {
        var series = Enumerable.Range(0, PlantedMonth.Count).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        var largest = Math.Log(2 + (3 * random.NextDouble()));
        return [.. series.Select((which, i) => Change(random, which, i == 0 ? largest : largest * (0.3 + (0.5 * random.NextDouble()))))];
    }

    private static PlantedChange Change(Random random, int series, double size)
    {
        var effect = random.Next(2) == 0 ? size : -size;
        var first = random.Next(1, PlantedMonth.Days - 6);
        return random.Next(3) switch
        {
            0 => new(series, first, PlantedMonth.Days - 1, effect),
            1 => new(series, first, Math.Min(PlantedMonth.Days - 2, first + random.Next(3, 8)), effect),
            _ when PlantedMonth.KindOf(series) == SeriesKind.Count && size >= Math.Log(3) => new(series, first, first, size),
            _ => new(series, first, PlantedMonth.Days - 1, effect),
        };
    }

    private static List<PlantedChange> Spikes(Random random)
    {
        var counts = Enumerable.Range(0, PlantedMonth.Count).Where(series => PlantedMonth.KindOf(series) == SeriesKind.Count);
        return [.. counts.OrderBy(_ => random.Next()).Take(random.Next(0, 3)).SelectMany(series => Enumerable.Range(0, random.Next(1, 3))
            .Select(i => random.Next(0, 14) + (i * 15)).Select(day => new PlantedChange(series, day, day, Math.Log(3 + random.NextDouble()))))];
    }
}
