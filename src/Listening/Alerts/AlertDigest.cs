using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Alerts;

/// <summary>What a message says.</summary>
/// <param name="Counts">How many alerts of each kind.</param>
/// <param name="Listed">The first of them, one by one.</param>
/// <param name="Withdrawn">Alerts told before that are taken back.</param>
public sealed record AlertDigest(IReadOnlyDictionary<AlertKind, int> Counts, IReadOnlyList<Alert> Listed, IReadOnlyList<Alert> Withdrawn)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>Of alerts in the order in which they were raised.</summary>
    public static AlertDigest Of(IReadOnlyList<Alert> raised, IReadOnlyList<Alert> withdrawn, int listed)
    {
        ArgumentNullException.ThrowIfNull(raised);
        ArgumentNullException.ThrowIfNull(withdrawn);
        // What is told one by one is what most depends on, and that is not the oldest breach among thousands.
        return new(
            raised.GroupBy(alert => alert.Finding.Kind).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count()),
            [.. raised.OrderByDescending(alert => Weight(alert.Finding.Kind)).ThenBy(alert => alert.Id).Take(listed)], [.. withdrawn.Take(listed)]);
    }

    /// <summary>The alert's own title, or how many there are.</summary>
    public string Subject() => (Counts.Values.Sum(), Withdrawn.Count) switch
    {
        (1, _) => Listed[0].Finding.Title,
        (0, 1) => $"Taken back: {Withdrawn[0].Finding.Title}",
        (0, var taken) => string.Create(CultureInfo.InvariantCulture, $"{taken} alerts are taken back"),
        var (every, _) => string.Create(CultureInfo.InvariantCulture, $"{every} alerts: {string.Join(", ", Counts.Select(kind => $"{kind.Value} {Words(kind.Key)}"))}"),
    };

    /// <summary>All of it as lines of text; links begin with <paramref name="root"/>.</summary>
    public string Text(string root)
    {
        var text = new StringBuilder();
        foreach (var alert in Listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"{alert.Finding.Title}\n");
            if (alert.Finding.Observed is { } observed)
                text.Append(CultureInfo.InvariantCulture, $"  observed {Figure(observed, alert.Finding.Unit)}, usual {(alert.Finding.Baseline is { } usual ? Figure(usual, alert.Finding.Unit) : "not known yet")}, n = {alert.Finding.N}\n");
            foreach (var post in alert.Finding.Posts) text.Append(CultureInfo.InvariantCulture, $"  {post.Handle}: {post.Text.ReplaceLineEndings(" ")}\n");
            text.Append(CultureInfo.InvariantCulture, $"  {root}{alert.Finding.Link}\n\n");
        }

        var more = Counts.Values.Sum() - Listed.Count;
        if (more > 0) text.Append(CultureInfo.InvariantCulture, $"and {more} more: {root}/alerts\n\n");
        foreach (var alert in Withdrawn) text.Append(CultureInfo.InvariantCulture, $"Taken back: {alert.Finding.Title} {alert.Because}\n  {root}{alert.Finding.Link}\n\n");
        return text.ToString();
    }

    /// <summary>As it is kept and as a webhook gets it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>From what was kept.</summary>
    public static AlertDigest Read(string json) => JsonSerializer.Deserialize<AlertDigest>(json, Json) ?? throw new JsonException("The message is null.");

    private static int Weight(AlertKind kind) => kind switch { AlertKind.Spike => 3, AlertKind.SentimentDip or AlertKind.SourceSilent => 2, AlertKind.RaceBeingLost or AlertKind.RuleMatched => 1, _ => 0 };

    private static string Words(AlertKind kind) => kind switch
    {
        AlertKind.BreachComing => "due soon",
        AlertKind.Breach => "late",
        AlertKind.PromiseDue => "promises due",
        AlertKind.Spike => "spikes",
        AlertKind.SentimentDip => "dips of tone",
        AlertKind.RaceBeingLost => "answered by a competitor",
        AlertKind.RuleMatched => "found by a rule",
        _ => "silent sources",
    };

    private static string Figure(double value, string unit) => unit switch
    {
        "seconds" when value >= 3600 => string.Create(CultureInfo.InvariantCulture, $"{value / 3600:0.#} h"),
        "seconds" => string.Create(CultureInfo.InvariantCulture, $"{value / 60:0} min"),
        "balance" => string.Create(CultureInfo.InvariantCulture, $"{value:+0.00;-0.00;0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.#}"),
    };
}
