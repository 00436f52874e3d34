using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>What tests of numbers share: facts of their own, a period, and a question about it.</summary>
public abstract class FactsTest(EngineFixture engine) : IAsyncLifetime
{
    internal static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset Later = Noon.AddDays(10);

    internal SeededFacts Facts { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Facts = await SeededFacts.CreateAsync(engine);

    public async ValueTask DisposeAsync()
    {
        await Facts.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A question about the day that starts at noon, ten days later.</summary>
    internal static MetricQuestion About(string metric) => new() { Metric = metric, From = Noon, To = Noon.AddDays(1), AsOf = Later };

    internal Task<MetricAnswer> AskAsync(MetricQuestion question) => Facts.Metrics().AnswerAsync(question, TestContext.Current.CancellationToken);

    internal Task<MetricAnswer> AskAsync(string metric) => AskAsync(About(metric));

    internal Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor = null, int limit = 500) =>
        Facts.Metrics().RowsAsync(question, cursor, limit, TestContext.Current.CancellationToken);

    internal static SeededWait Wait(double openedAfterMinutes, double? answeredAfterMinutes = null) => SeededWait.Of(
        Noon.AddMinutes(openedAfterMinutes), answeredAfterMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
}
