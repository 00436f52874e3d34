using System.Globalization;
using Listening.Alerts;
using Listening.Brands;
using Listening.Measuring;

namespace Listening.Web.Alerts;

/// <summary>
/// Far more complaints than usual, and a tone far worse than usual, in the last hour. Usual is the same hour of the week over the last eight weeks for counts
/// (median and median absolute deviation, as the metric <c>spike</c> has it) and the last four weeks for the tone. In the first 28 days nobody knows what is
/// usual: then fixed thresholds count and the baseline is absent.
/// </summary>
public sealed class VolumeAlerts(IMetrics metrics, CurrentRegistry registry, TimeProvider time) : IAlertFinder
{
    private const long Least = 20;
    private const double FixedTone = -0.6;
    private const double LeastDip = 0.3;
    private const double Deviations = 5;
    private const double ScaleOfDeviation = 1.4826;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Learning = TimeSpan.FromDays(28);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private DateTimeOffset? looked;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What is counted by the hour need not be counted every few seconds.
        if (now - looked < Patience) return [];
        looked = now;
        var findings = new List<AlertFinding>();
        foreach (var brand in registry.Now.Registry.Brands.Where(brand => brand.Kind == BrandKind.Own))
        {
            if (await SpikeAsync(brand.Name, now, cancellationToken) is { } spike) findings.Add(spike);
            if (await DipAsync(brand.Name, now, cancellationToken) is { } dip) findings.Add(dip);
        }

        return findings;
    }

    /// <summary>The count from which an hour is a spike, where the same hour of earlier weeks had <paramref name="before"/>.</summary>
    public static double Threshold(IReadOnlyList<double> before)
    {
        var usual = Median(before);
        var deviation = ScaleOfDeviation * Median([.. before.Select(count => Math.Abs(count - usual))]);
        return Math.Max(Least, usual + (Deviations * Math.Max(Math.Sqrt(Math.Max(usual, 1)), deviation)));
    }

    private async Task<AlertFinding?> SpikeAsync(string brand, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var question = About("complaints", brand, now - Hour, now);
        var observed = await metrics.AnswerAsync(question, cancellationToken);
        if (observed.N < Least) return null;
        var before = await BeforeAsync(question, cancellationToken);
        if (before.Count > 0 && observed.N < Threshold(before)) return null;
        return await FindingAsync(AlertKind.Spike, question, $"{observed.N.ToString(CultureInfo.InvariantCulture)} complaints about {brand} within an hour", observed.N, before.Count > 0 ? Median(before) : null, "count", observed.N, cancellationToken);
    }

    private async Task<AlertFinding?> DipAsync(string brand, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var question = About("net_sentiment", brand, now - Hour, now);
        var observed = await metrics.AnswerAsync(question, cancellationToken);
        if (observed.N < Least || observed.Value is not { } tone) return null;
        double? usual = await KnownAsync(brand, now, cancellationToken)
            ? (await metrics.AnswerAsync(About("net_sentiment", brand, now - Learning, now - Hour), cancellationToken)).Value
            : null;
        // Three standard errors of a mean of -1, 0 and 1, and no less than people would notice.
        var limit = usual is { } known ? known - Math.Max(LeastDip, 3 * Math.Sqrt((1 - (tone * tone)) / observed.N)) : FixedTone;
        if (tone > limit) return null;
        return await FindingAsync(AlertKind.SentimentDip, question, $"The tone about {brand} is far worse than usual", tone, usual, "balance", observed.N, cancellationToken);
    }

    // The same hour in each of the eight weeks before; empty while fewer than four weeks are known.
    private async Task<IReadOnlyList<double>> BeforeAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        if (!await KnownAsync(question.Brand!, question.To, cancellationToken)) return [];
        var weeks = Enumerable.Range(1, 8).Select(week => question with
        {
            From = question.From.AddDays(-7 * week), To = question.To.AddDays(-7 * week),
        });
        return [.. (await metrics.AnswerAsync([.. weeks], cancellationToken)).Select(answer => (double)answer.N)];
    }

    private async Task<bool> KnownAsync(string brand, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await metrics.AnswerAsync(About("posts", brand, now - Learning - Learning, now - Learning), cancellationToken)).N > 0;

    private async Task<AlertFinding> FindingAsync(
        AlertKind kind, MetricQuestion question, string title, double observed, double? usual, string unit, long n, CancellationToken cancellationToken)
    {
        var rows = await metrics.RowsAsync(question, null, 5, cancellationToken);
        return new(kind, $"{kind} {question.Brand}", question.Brand!, title, string.Create(CultureInfo.InvariantCulture,
            $"/operations?list={question.Metric}&from={question.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}&to={question.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"))
        {
            Observed = observed, Baseline = usual, Unit = unit, N = n,
            Posts = [.. rows.Items.Select(row => new AlertPost(row.Source, row.Id, row.Handle, row.Text.Length > 200 ? row.Text[..(char.IsHighSurrogate(row.Text[199]) ? 199 : 200)] : row.Text))],
        };
    }

    private MetricQuestion About(string metric, string brand, DateTimeOffset from, DateTimeOffset to) =>
        new() { Metric = metric, Brand = brand, From = from, To = to, AsOf = time.GetUtcNow(), Zone = registry.Now.Zone };

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
