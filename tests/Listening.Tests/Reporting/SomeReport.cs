using Listening.Reporting;

namespace Listening.Tests.Reporting;

/// <summary>Reports whose content does not matter to the test at hand.</summary>
internal static class SomeReport
{
    /// <summary>A small one of <paramref name="question"/>.</summary>
    public static EngagementReport Of(ReportQuestion question, string sentence = "The median first answer got worse: 44 min, before 31 min, since 24 Nov (n = 412).") => new()
    {
        Brand = question.Brand, From = question.From, To = question.To, Comparison = question.Comparison, Zone = "Europe/Berlin", AsOf = question.AsOf ?? question.To,
        Freshness = new() { DataTo = question.To.AddMinutes(-3), Healthy = 5, Sources = 5, Classified = 0.987, Posts = 1234 },
        Compared = new(question.From.AddDays(-7), question.From, question.From),
        Models = new Dictionary<string, string> { ["sentiment"] = "7" }, Registry = 3, Targets = 2, Revision = 77,
        Sentences = [new(sentence, "frt", "/operations?list=frt&from=2026-01-05&to=2026-01-11") { Word = ChangeWord.Worse, Since = new(2026, 1, 7), N = 412 }],
        Cards = [Card("complaints", "Complaints"), Card("within_hour", "Answered within an hour", "share", 0.874), Card("first_answer", "First answer", "seconds", 1860)],
        Sections = [new("topics", "Topics", [new("Topic", "text"), new("Complaints", "count"), new("Median", "seconds")], [new([new("baggage"), new(Value: 41), new(Value: 2640)], "/operations?filter=topic:baggage")])],
        Definitions = [new("frt", "First answer", "Time from a complaint to the first public human answer; open ones are counted.", "waits")],
    };

    /// <summary>One as large as months with everything in it: sentences, faults, notes, and twelve tables of sixty rows.</summary>
    public static EngagementReport Rich(string text) => Of(new("Acme", Some.Instant, Some.Instant.AddDays(28)), text) with
    {
        Sentences = [.. Enumerable.Range(0, 3).Select(i => new ReportSentence($"{i} {text}", "frt", "/operations?list=frt"))],
        Cards = [.. Enumerable.Range(0, 6).Select(i => Card($"card{i}", text) with { Beside = [new("p90", text, "seconds", 7200, 40), new("median", text, "seconds", null, 40) { GreaterThan = 3600 }] })],
        Sections = [.. Enumerable.Range(0, 12).Select(i => new ReportSection(
            $"section-{i}", text, [new(text, "text"), new("Complaints", "count"), new("Example", "text"), new("Share", "share")],
            [.. Enumerable.Range(0, 60).Select(row => new ReportRow([new(text), new(Value: row), new(text), new(Value: row / 60.0)], "/operations?filter=x"))]) { Note = text })],
        Definitions = [.. Enumerable.Range(0, 30).Select(i => new ReportDefinition($"metric_{i}", text, text, "waits"))],
        Annotations = [.. Enumerable.Range(0, 10).Select(i => new Annotation(Guid.Empty, new(2026, 1, 1 + i), text, "ana", Some.Instant))],
        Freshness = new() { DataTo = null, Healthy = 2, Sources = 5, Classified = null, Posts = 0, Faults = [new("mastodon", text, null, null)] },
    };

    private static ReportCard Card(string id, string title, string unit = "count", double value = 412) => new()
    {
        Id = id, Title = title, Definition = "A definition.", Target = new(0.9, false, true),
        Figure = new(id, title, unit, value, 412) { Change = new(value * 0.9, 380, value * 0.1, ChangeWord.Worse), Link = $"/operations?list={id}" },
    };
}
